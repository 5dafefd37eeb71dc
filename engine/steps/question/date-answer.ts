// Answer type: a date, as people of the contact's language write it.
import type { Json } from '@bellwire/model/json.ts';
import { parseDate } from '../../language/date-pattern.ts';
import { readInstant } from '../../language/instant.ts';
import type { AnswerType } from './answer-type.ts';

export const dateAnswer: AnswerType = {
  name: 'date',
  label: 'Date',
  expects: 'Please answer with a date, such as 2026-01-31.',
  read: (text, { locale }) => {
    const written = text.trim().replace(/\.\s+/g, '.');
    // Only in the United States does the month come first.
    const slashes = locale === 'en-US' ? 'M/d/yyyy' : 'd/M/yyyy';
    const instant =
      readInstant(written) ?? parseDate(written, 'd.M.yyyy', 'UTC') ?? parseDate(written, slashes, 'UTC');
    return instant?.slice(0, 10);
  },
  range: { measure: dayOf, limit: dayOf, unit: '' },
  hint: ({ least, most }) => ({
    is: 'date',
    ...(dayOf(least) !== undefined && { least: dayOf(least) }),
    ...(dayOf(most) !== undefined && { most: dayOf(most) }),
  }),
  examples: [
    { text: '2026-01-31', gives: '2026-01-31' },
    { text: '31. 1. 2026', gives: '2026-01-31' },
    { text: '3/2/2026', gives: '2026-02-03' },
    { text: '3/2/2026', asked: { locale: 'en-US' }, gives: '2026-03-02' },
    { text: '30.02.2026', gives: undefined },
    { text: 'tomorrow', gives: undefined },
  ],
};

function dayOf(value: Json): string | undefined {
  return typeof value === 'string' ? readInstant(value)?.slice(0, 10) : undefined;
}
