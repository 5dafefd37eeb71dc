// The controls of all kinds of settings, one line each; a kind without one does not compile.
import type { SettingField, SettingKind } from '@bellwire/model/settings/setting.ts';
import { ChoiceControl } from './choice-control.tsx';
import { ConditionControl } from './condition-control.tsx';
import type { Control } from './control.ts';
import { ListControl } from './list-control.tsx';
import { NumberControl } from './number-control.tsx';
import { ReferenceControl } from './reference-control.tsx';
import { SwitchControl } from './switch-control.tsx';
import { TextControl } from './text-control.tsx';
import { ValueControl } from './value-control.tsx';

const controls: { readonly [K in SettingKind]: Control<Extract<SettingField, { kind: K }>> } = {
  text: { draw: (props) => <TextControl {...props} /> },
  value: { draw: (props) => <ValueControl {...props} /> },
  number: { draw: (props) => <NumberControl {...props} /> },
  choice: { draw: (props) => <ChoiceControl {...props} /> },
  switch: { draw: (props) => <SwitchControl {...props} /> },
  list: { draw: (props) => <ListControl {...props} /> },
  condition: { draw: (props) => <ConditionControl {...props} /> },
  reference: { draw: (props) => <ReferenceControl {...props} /> },
};

export function controlOf(field: SettingField): Control<SettingField> {
  return controls[field.kind];
}
