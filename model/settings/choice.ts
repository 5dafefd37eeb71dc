// A setting that is one of a few named values.
import { read, refuse, type Kind } from './kind.ts';
import type { ChoiceSetting } from './setting.ts';

export const choiceKind: Kind<ChoiceSetting> = {
  fills: () => false,
  read: (field, value, path) => {
    const options = field.options.map((option) => option.value);
    if (typeof value === 'string' && options.includes(value)) return read(value);
    return refuse(
      path,
      `${field.label} is ${JSON.stringify(value)}, but one of these is expected: ${options.join(', ')}.`,
    );
  },
  jsonSchema: (field) => ({ enum: field.options.map((option) => option.value) }),
};
