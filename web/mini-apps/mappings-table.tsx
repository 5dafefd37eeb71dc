// Where the values of a payload go: a JSONPath, an app field, and what is taken where nothing is found.
import { Trash2 } from 'lucide-react';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { useTyped } from '../draft/use-typed.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AddByField } from './add-by-field.tsx';
import { BoundField } from './bound-field.tsx';
import { useBuilder } from './builder.ts';
import { RowsHead } from './rows-head.tsx';
import { typedValue } from './typed-value.ts';

export interface MappingsTableProps {
  mappings: readonly PayloadMapping[];
  sample: Json | undefined;
  onChange: (mappings: PayloadMapping[]) => void;
  /** Their paths begin at the list. */
  complaints: readonly Complaint[];
}

export function MappingsTable({ mappings, sample, onChange, complaints }: MappingsTableProps) {
  return (
    <div className="rows-editor">
      {mappings.length === 0 ? null : (
        <RowsHead count={3} cells={['JSONPath', 'App field', 'If nothing is there']} />
      )}
      {mappings.map((mapping, place) => (
        <MappingRow
          key={place}
          mapping={mapping}
          sample={sample}
          problemOf={(key) => complaintAt(complaints, [place, key])}
          onChange={(next) => onChange(mappings.with(place, next))}
          onRemove={() => onChange(mappings.toSpliced(place, 1))}
        />
      ))}
      {mappings.length === 0 ? (
        <p className="builder-quiet">Nothing is taken from the payload yet. Click a value of the sample.</p>
      ) : null}
      <AddByField
        word="mapping"
        onAdd={({ name }) => onChange([...mappings, { path: `$.${name}`, field: name }])}
      />
    </div>
  );
}

interface MappingRowProps {
  mapping: PayloadMapping;
  sample: Json | undefined;
  problemOf: (key: string) => ReturnType<typeof complaintAt>;
  onChange: (mapping: PayloadMapping) => void;
  onRemove: () => void;
}

function MappingRow({ mapping, sample, problemOf, onChange, onRemove }: MappingRowProps) {
  const { app } = useBuilder();
  const { fallback, ...others } = mapping;
  const type = app.fields.find(({ name }) => name === mapping.field)?.type ?? 'json';
  const [path, setPath] = useTyped(mapping.path, (text: string) =>
    text === '' ? undefined : onChange({ ...mapping, path: text }),
  );
  const [start, setStart] = useTyped(shownText(fallback), (text: string) =>
    onChange(text.trim() === '' ? others : { ...others, fallback: typedValue(text, type) }),
  );
  return (
    <div className="rows-editor-row" data-cells="3" role="group" aria-label={`Mapping of ${mapping.path}`}>
      <TextField
        label="JSONPath"
        required
        mono
        value={path}
        onChange={setPath}
        {...(sample === undefined ? {} : { hint: found(sample, mapping.path) })}
        {...problemOf('path')}
      />
      <BoundField
        label="App field"
        value={mapping.field}
        onChange={(field) => onChange({ ...mapping, field })}
        {...problemOf('field')}
      />
      <TextField label="If nothing is there" value={start} onChange={setStart} {...problemOf('fallback')} />
      <IconButton
        size="small"
        label={`Remove mapping of ${mapping.path}`}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  );
}

/** What the path finds in the sample. */
function found(sample: Json, path: string): string {
  const value = pickByPath(path, sample);
  return value === undefined ? 'not in the sample' : `sample: ${JSON.stringify(value).slice(0, 60)}`;
}
