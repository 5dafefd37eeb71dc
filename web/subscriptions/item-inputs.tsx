// One input for each item of a trigger, by its type.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemAt } from '../server-state/problem-words.ts';
import { isValueType } from '../settings-form/is-value-type.ts';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { readTyped } from './read-typed.ts';
import type { InstallTrigger } from './subscription-draft.ts';

export interface ItemInputsProps {
  trigger: InstallTrigger;
  items: JsonObject;
  onSet: (item: string, value: Json) => void;
  error: ProblemError | null;
}

export function ItemInputs({ trigger, items, onSet, error }: ItemInputsProps) {
  return trigger.items.map((item) => {
    const told = trigger.types[item.name];
    const type = told !== undefined && isValueType(told) ? told : 'text';
    const value = items[item.name];
    const set = (text: string) => onSet(item.name, readTyped(text, type));
    if (type === 'boolean')
      return (
        <Switch
          key={item.name}
          label={item.label}
          checked={value === true}
          onChange={(next) => onSet(item.name, next)}
        />
      );
    const Input = type === 'json' ? TextArea : TextField;
    return (
      <Input
        key={item.name}
        label={item.label}
        required={item.required}
        mono={type === 'json'}
        value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
        onChange={set}
        {...(item.description !== undefined && { hint: item.description })}
        {...problemAt(error, item.name)}
      />
    );
  });
}
