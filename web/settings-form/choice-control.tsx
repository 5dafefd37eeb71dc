// The control of a choice out of a few.
import type { ChoiceSetting } from '@bellwire/model/settings/setting.ts';
import { Select } from '../ui/select.tsx';
import type { ControlProps } from './control.ts';

export function ChoiceControl({ field, value, onChange, frame }: ControlProps<ChoiceSetting>) {
  const chosen = value ?? field.default;
  return (
    <Select
      {...frame}
      choices={field.options}
      value={typeof chosen === 'string' ? chosen : null}
      onChange={onChange}
    />
  );
}
