// The outputs of an action: which app fields go back to the bot, and under which names.
import { Trash2 } from 'lucide-react';
import type { Action } from '@bellwire/model/app.ts';
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
      {outputs.map((output, place) => {
        const set = (next: Partial<Outputs[number]>) => onChange(outputs.with(place, { ...output, ...next }));
        return (
          <div
            key={place}
            className="rows-editor-row"
            data-cells="3"
            role="group"
            aria-label={`Output ${output.label}`}
          >
            <NameCell
              label="Label"
              value={output.label}
              onChange={(label) => set({ label })}
              {...complaintAt(complaints, [place, 'label'])}
            />
            <NameCell
              label="Name"
              isName
              value={output.name}
              onChange={(name) => set({ name })}
              {...complaintAt(complaints, [place, 'name'])}
            />
            <BoundField
              label="App field"
              value={output.field}
              onChange={(field) => set({ field })}
              {...complaintAt(complaints, [place, 'field'])}
            />
            <IconButton
              size="small"
              label={`Remove output ${output.label}`}
              icon={<Trash2 size={14} aria-hidden />}
              onClick={() => onChange(outputs.toSpliced(place, 1))}
            />
          </div>
        );
      })}
      <AddByField
        word="output"
        without={({ name, secure }) => secure === true || outputs.some((output) => output.field === name)}
        onAdd={({ name, label }) => {
          const taken = outputs.map((output) => output.name);
          onChange([
            ...outputs,
            { name: taken.includes(name) ? nameFrom(label, taken) : name, label, field: name },
          ]);
        }}
      />
    </div>
  );
}
