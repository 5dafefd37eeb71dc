// A setting that holds a number.
import { read, refuse, type Kind } from './kind.ts';
import type { NumberSetting } from './setting.ts';

export const numberKind: Kind<NumberSetting> = {
  fills: () => true,
  read: (field, value, path) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      return refuse(
        path,
        `${field.label} is ${JSON.stringify(value)}, but a number is expected, such as ${field.default ?? field.min ?? 5}.`,
      );
    }
    const low = field.min !== undefined && number < field.min;
    const high = field.max !== undefined && number > field.max;
    if (low || high) return refuse(path, `${field.label} is ${number}, but ${range(field)} is expected.`);
    if (field.whole && !Number.isInteger(number))
      return refuse(path, `${field.label} is ${number}, but a whole number is expected.`);
    return read(number);
  },
  jsonSchema: (field) => ({
    anyOf: [
      {
        type: field.whole ? 'integer' : 'number',
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      },
      { type: 'string', pattern: '\\{\\{.+\\}\\}' },
    ],
  }),
};

function range({ min, max }: NumberSetting): string {
  if (min === undefined) return `at most ${max}`;
  if (max === undefined) return `at least ${min}`;
  return `a number from ${min} to ${max}`;
}
