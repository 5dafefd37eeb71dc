// A setting that names something else in the same bot or app; whether it is there is checked with the whole definition at hand.
import { read, refuse, type Kind } from './kind.ts';
import type { ReferenceSetting } from './setting.ts';

export const referenceKind: Kind<ReferenceSetting> = {
  fills: () => false,
  read: (field, value, path) =>
    typeof value === 'string' && value !== ''
      ? read(value)
      : refuse(
          path,
          `${field.label} is ${JSON.stringify(value)}, but the name of a ${field.to} is expected.`,
        ),
  jsonSchema: () => ({ type: 'string', minLength: 1 }),
};
