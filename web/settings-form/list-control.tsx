// The control of a list: one sheet per entry, to be added, moved and removed.
import { Plus } from 'lucide-react';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { ListSetting } from '@bellwire/model/settings/setting.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { actionNames } from './action-names.ts';
import type { ControlProps } from './control.ts';
import { ListEntry } from './list-entry.tsx';
import { moved } from './moved.ts';

export function ListControl(props: ListControlProps) {
  const { field, onChange, path, scene } = props;
  const entries = entriesOf(props.value);
  const set = (next: readonly JsonObject[]) => onChange(next.length === 0 ? undefined : [...next]);
  // A problem of an entry stands at that entry.
  const own = scene.complaints.find((one) => one.path.join('.') === path.join('.'));
  return (
    <fieldset className="list-control" data-small={isSmall(field.item) || undefined}>
      <legend className="field-label">
        {field.label}
        {field.required ? null : <span className="field-optional">optional</span>}
      </legend>
      {field.about === undefined ? null : <p className="field-hint">{field.about}</p>}
      {entries.map((entry, place) => (
        <ListEntry
          // Entries have no id of their own, and two may be equal: their place is what tells them apart.
          key={place}
          says={`${field.itemLabel} ${place + 1}`}
          onUp={place === 0 ? undefined : () => set(moved(entries, place, place - 1))}
          onDown={place === entries.length - 1 ? undefined : () => set(moved(entries, place, place + 1))}
          onRemove={() => set(entries.toSpliced(place, 1))}
        >
          {scene.drawFields({
            fields: field.item,
            values: entry,
            onChange: (next) => set(entries.with(place, next)),
            path: [...path, place],
            scene,
          })}
        </ListEntry>
      ))}
      {own === undefined ? null : <ProblemNote problem={{ says: own.says }} />}
      <ListAdders {...props} entries={entries} onAdd={(entry) => set([...entries, entry])} />
    </fieldset>
  );
}

type ListControlProps = ControlProps<ListSetting>;

function entriesOf(value: ListControlProps['value']): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

interface ListAddersProps extends ListControlProps {
  entries: readonly JsonObject[];
  onAdd: (entry: JsonObject) => void;
}

function ListAdders({ field, scene, entries, onAdd }: ListAddersProps) {
  return (
    <div className="list-control-add">
      {missingNames(field, entries, scene).map(({ key, name, label }) => (
        <Button
          key={name}
          size="small"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onAdd({ [key]: name })}
        >
          {label}
        </Button>
      ))}
      {field.max !== undefined && entries.length >= field.max ? (
        <span className="field-hint">At most {field.max}.</span>
      ) : (
        <Button look="quiet" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => onAdd({})}>
          Add {field.itemLabel}
        </Button>
      )}
    </div>
  );
}

/** The inputs or outputs of the chosen action that have no entry yet, one click each. */
function missingNames(
  field: ListSetting,
  entries: readonly JsonObject[],
  scene: ControlProps<ListSetting>['scene'],
) {
  return Object.entries(field.item).flatMap(([key, setting]) => {
    if (setting.kind !== 'text' || setting.names === undefined) return [];
    const taken = entries.map((entry) => entry[key]);
    return actionNames(setting.names, scene)
      .filter(({ name }) => !taken.includes(name))
      .map(({ name, label }) => ({ key, name, label }));
  });
}

/** Entries of one or two plain values stand on one line. */
function isSmall(item: ListSetting['item']): boolean {
  const fields = Object.values(item);
  return (
    fields.length <= 2 &&
    fields.every(({ kind, ...field }) => kind !== 'list' && kind !== 'condition' && !('multiline' in field))
  );
}
