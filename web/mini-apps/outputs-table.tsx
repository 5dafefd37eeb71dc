// The outputs of an action: which app fields go back to the bot, and under which names.
import { Trash2 } from 'lucide-react';
import type { Action } from '@bellwire/model/action.ts';
import type { AppField } from '@bellwire/model/app-field.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { AddByField } from './add-by-field.tsx';
import { BoundField } from './bound-field.tsx';
import { NameCell } from './name-cell.tsx';
import { RowsHead } from './rows-head.tsx';

type Outputs = Action['outputs'];

export interface OutputsTableProps {
  outputs: Outputs;
  onChange: (outputs: Outputs) => void;
  /** Their paths begin at the list. */
  complaints: readonly Complaint[];
}

export function OutputsTable({ outputs, onChange, complaints }: OutputsTableProps) {
  return (
    <div className="rows-editor">
      {outputs.length === 0 ? null : <RowsHead count={3} cells={['Label', 'Name', 'App field']} />}
      {outputs.map((output, place) => (
        <OutputRow
          key={place}
          output={output}
          problemOf={(key) => complaintAt(complaints, [place, key])}
          onChange={(next) => onChange(outputs.with(place, next))}
          onRemove={() => onChange(outputs.toSpliced(place, 1))}
        />
      ))}
      <AddByField
        word="output"
        without={({ name, secure }) => secure === true || outputs.some((output) => output.field === name)}
        onAdd={(field) => onChange([...outputs, outputFor(field, outputs)])}
      />
    </div>
  );
}

function outputFor({ name, label }: AppField, others: Outputs): Outputs[number] {
  const taken = others.map((output) => output.name);
  return { name: taken.includes(name) ? nameFrom(label, taken) : name, label, field: name };
}

interface OutputRowProps {
  output: Outputs[number];
  problemOf: (key: string) => ReturnType<typeof complaintAt>;
  onChange: (output: Outputs[number]) => void;
  onRemove: () => void;
}

function OutputRow({ output, problemOf, onChange, onRemove }: OutputRowProps) {
  return (
    <div className="rows-editor-row" data-cells="3" role="group" aria-label={`Output ${output.label}`}>
      <NameCell
        label="Label"
        value={output.label}
        onChange={(label) => onChange({ ...output, label })}
        {...problemOf('label')}
      />
      <NameCell
        label="Name"
        isName
        value={output.name}
        onChange={(name) => onChange({ ...output, name })}
        {...problemOf('name')}
      />
      <BoundField
        label="App field"
        value={output.field}
        onChange={(field) => onChange({ ...output, field })}
        {...problemOf('field')}
      />
      <IconButton
        size="small"
        label={`Remove output ${output.label}`}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  );
}
