// A setting that holds any value; a single `{{place}}` keeps its type.
import { read, type Kind } from './kind.ts';
import type { ValueSetting } from './setting.ts';

export const valueKind: Kind<ValueSetting> = {
  fills: (field) => field.perItem !== true,
  read: (_field, value) => read(value),
  jsonSchema: () => ({}),
};
