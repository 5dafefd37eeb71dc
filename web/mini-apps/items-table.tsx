// The items of a trigger: label, name, the app field each is bound to, whether it must be there, and an example.
import { Trash2 } from 'lucide-react';
import type { TriggerItem } from '@bellwire/model/trigger.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { useTyped } from '../draft/use-typed.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AddByField } from './add-by-field.tsx';
import { BoundField } from './bound-field.tsx';
import { useBuilder } from './builder.ts';
import { NameCell } from './name-cell.tsx';
import { RowsHead } from './rows-head.tsx';
import { typedValue } from './typed-value.ts';

export interface ItemsTableProps {
  items: readonly TriggerItem[];
  onChange: (items: TriggerItem[]) => void;
  /** Their paths begin at the list. */
  complaints: readonly Complaint[];
}

export function ItemsTable({ items, onChange, complaints }: ItemsTableProps) {
  const add = (field: { name: string; label: string }) => {
    const taken = items.map((item) => item.name);
    const name = taken.includes(field.name) ? nameFrom(field.label, taken) : field.name;
    onChange([...items, { name, label: field.label, field: field.name, required: true }]);
  };
  return (
    <div className="rows-editor">
      {items.length === 0 ? null : (
        <RowsHead count={4} cells={['Label', 'Name', 'App field', 'Example', 'Required']} />
      )}
      {items.map((item, place) => (
        <ItemRow
          key={place}
          item={item}
          problemOf={(key) => complaintAt(complaints, [place, key])}
          onChange={(next) => onChange(items.with(place, next))}
          onRemove={() => onChange(items.toSpliced(place, 1))}
        />
      ))}
      {items.length === 0 ? (
        <p className="builder-quiet">No items yet: an event of this trigger only says that it happened.</p>
      ) : null}
      <AddByField
        word="item"
        without={({ name, secure }) => secure === true || items.some((item) => item.field === name)}
        onAdd={add}
      />
    </div>
  );
}

interface ItemRowProps {
  item: TriggerItem;
  problemOf: (key: string) => ReturnType<typeof complaintAt>;
  onChange: (item: TriggerItem) => void;
  onRemove: () => void;
}

function ItemRow({ item, problemOf, onChange, onRemove }: ItemRowProps) {
  const { app } = useBuilder();
  const type = app.fields.find(({ name }) => name === item.field)?.type ?? 'json';
  return (
    <div className="rows-editor-row" data-cells="4" role="group" aria-label={`Item ${item.label}`}>
      <NameCell
        label="Label"
        value={item.label}
        onChange={(label) => onChange({ ...item, label })}
        {...problemOf('label')}
      />
      <NameCell
        label="Name"
        isName
        value={item.name}
        onChange={(name) => onChange({ ...item, name })}
        {...problemOf('name')}
      />
      <BoundField
        label="App field"
        value={item.field}
        onChange={(field) => onChange({ ...item, field })}
        {...problemOf('field')}
      />
      <ExampleCell key={type} item={item} type={type} onChange={onChange} problem={problemOf('example')} />
      <Checkbox
        label="Required"
        checked={item.required}
        onChange={(required) => onChange({ ...item, required })}
      />
      <IconButton
        size="small"
        label={`Remove item ${item.label}`}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  );
}

interface ExampleCellProps {
  item: TriggerItem;
  type: ValueType;
  onChange: (item: TriggerItem) => void;
  problem: ReturnType<typeof complaintAt>;
}

function ExampleCell({ item: { example, ...item }, type, onChange, problem }: ExampleCellProps) {
  const [typed, setTyped] = useTyped(shownText(example), (text: string) =>
    onChange(text.trim() === '' ? item : { ...item, example: typedValue(text, type) }),
  );
  return <TextField label="Example" required value={typed} onChange={setTyped} {...problem} />;
}
