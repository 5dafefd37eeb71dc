// The only files that may break a rule of the house, each with its reason.
import type { Exception } from './fault.ts';

/**
 * `rule` is what stands in brackets behind the message of `npm run check`. A file listed with
 * `lint/consistent-type-assertions` or `lint/no-unsafe-…` is a border: it has checked what it names the type of.
 */
export const exceptions: readonly Exception[] = [
  {
    file: 'engine/language/date-pattern.ts',
    rule: 'lint/no-unsafe-assignment',
    because: 'Reads back the cache key that the same file has written.',
  },
  {
    file: 'engine/language/function.ts',
    rule: 'lint/consistent-type-assertions',
    because:
      'The caller has filled every declared slot by its declared kind, which no mapped type can follow.',
  },
  {
    file: 'engine/language/functions/display.ts',
    rule: 'lint/no-unsafe-assignment',
    because: 'Reads back the cache key that the same file has written.',
  },
  {
    file: 'engine/language/json-path.ts',
    rule: 'lint/consistent-type-assertions',
    because: 'json-p3 types a result as unknown; it is a part of the JSON that was put in.',
  },
  {
    file: 'model/json.ts',
    rule: 'lint/no-unsafe-assignment',
    because: 'The one place where text becomes JSON: what JSON.parse gives is JSON by definition.',
  },
  {
    file: 'model/settings/kinds.ts',
    rule: 'lint/consistent-type-assertions',
    because: 'The table is typed kind by kind; looking up a kind that is only known at run time cannot be.',
  },
  {
    file: 'server/database/value-types.ts',
    rule: 'lint/no-unsafe-assignment',
    because: 'The driver types its parsers as any.',
  },
  {
    file: 'server/database/value-types.ts',
    rule: 'lint/no-unsafe-return',
    because: 'The driver types its parsers as any.',
  },
];
