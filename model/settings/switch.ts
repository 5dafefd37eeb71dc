// A setting that is on or off.
import { read, refuse, type Kind } from './kind.ts';
import type { SwitchSetting } from './setting.ts';

export const switchKind: Kind<SwitchSetting> = {
  fills: () => false,
  read: (field, value, path) =>
    typeof value === 'boolean'
      ? read(value)
      : refuse(path, `${field.label} is ${JSON.stringify(value)}, but true or false is expected.`),
  jsonSchema: () => ({ type: 'boolean' }),
};
