// Which item of the trigger is kept in which user field, and what is kept where the item is empty.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import { useCreateUserField } from '../bots/use-create-user-field.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { CreateFieldDialog } from '../settings-form/create-field-dialog.tsx';
import { isValueType } from '../settings-form/is-value-type.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { readTyped } from './read-typed.ts';
import type { InstallTrigger, UserField } from './subscription-draft.ts';

export interface ItemMappingsProps {
  botId: string;
  trigger: InstallTrigger | undefined;
  userFields: readonly UserField[];
  mappings: readonly ItemMapping[];
  onChange: (mappings: readonly ItemMapping[]) => void;
  /** Their paths begin at the mappings. */
  complaints: readonly Pick<Complaint, 'path' | 'says'>[];
}

export function ItemMappings(props: ItemMappingsProps) {
  const { botId, trigger, mappings, onChange } = props;
  const createField = useCreateUserField(botId);
  const [creatingFor, setCreatingFor] = useState<string>();
  const set = (item: string, next: ItemMapping | undefined) => {
    const place = mappings.findIndex((mapping) => mapping.item === item);
    if (next === undefined) onChange(mappings.filter((mapping) => mapping.item !== item));
    else onChange(place === -1 ? [...mappings, next] : mappings.with(place, next));
  };
  if (trigger === undefined || trigger.items.length === 0) return null;
  return (
    <fieldset className="item-mappings">
      <legend className="field-label">What the event brings</legend>
      <p className="field-hint">
        The flow reads each item as <code>{'{{trigger.item}}'}</code>; keep those in a user field that later
        flows need.
      </p>
      {trigger.items.map((item) => (
        <MappingRow
          key={item.name}
          {...props}
          item={item}
          type={trigger.types[item.name]}
          onSet={(next) => set(item.name, next)}
          onCreate={() => setCreatingFor(item.name)}
        />
      ))}
      <CreateFieldDialog
        open={creatingFor !== undefined}
        onClose={() => setCreatingFor(undefined)}
        createField={createField}
        onCreated={(reference) => {
          if (creatingFor !== undefined)
            set(creatingFor, { item: creatingFor, field: reference.replace(/^user\./, '') });
        }}
      />
    </fieldset>
  );
}

interface MappingRowProps extends ItemMappingsProps {
  item: InstallTrigger['items'][number];
  type: string | undefined;
  onSet: (mapping: ItemMapping | undefined) => void;
  onCreate: () => void;
}

function MappingRow({ item, type, userFields, mappings, complaints, onSet, onCreate }: MappingRowProps) {
  const place = mappings.findIndex((mapping) => mapping.item === item.name);
  const mapping = mappings[place];
  const field = userFields.find(({ name }) => name === mapping?.field);
  return (
    <div className="item-mapping">
      <span className="item-mapping-name">
        {type !== undefined && isValueType(type) ? <TypeIcon type={type} /> : null}
        <span>
          {item.label}
          <code>{item.name}</code>
        </span>
      </span>
      <Combobox
        label={`User field for ${item.label}`}
        hideLabel
        placeholder="Not kept"
        choices={fieldChoices(userFields, mapping)}
        value={mapping?.field ?? null}
        onChange={(next) => onSet(next === null ? undefined : { ...mapping, item: item.name, field: next })}
        footer={
          <Button look="quiet" size="small" icon={<Plus size={14} aria-hidden />} onClick={onCreate}>
            Create field here
          </Button>
        }
        {...(place === -1 ? {} : complaintAt(complaints, [place]))}
      />
      <TextField
        label={`Fallback for ${item.label}`}
        hideLabel
        placeholder="If empty…"
        disabled={mapping === undefined}
        value={shown(mapping?.fallback)}
        onChange={(text) =>
          mapping !== undefined && onSet(withFallback(mapping, text, field?.type ?? 'text'))
        }
      />
    </div>
  );
}

/** A field made a moment ago is chosen before the list has it. */
function fieldChoices(userFields: readonly UserField[], mapping: ItemMapping | undefined) {
  const known = userFields.map(({ name, label, type }) => ({
    value: name,
    label,
    about: name,
    icon: <TypeIcon type={type} />,
  }));
  const isMissing = mapping !== undefined && userFields.every(({ name }) => name !== mapping.field);
  return isMissing ? [...known, { value: mapping.field, label: mapping.field }] : known;
}

function withFallback({ item, field }: ItemMapping, text: string, type: UserField['type']): ItemMapping {
  return text === '' ? { item, field } : { item, field, fallback: readTyped(text, type) };
}

function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
