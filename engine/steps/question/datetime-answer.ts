// Answer type: a day and a time of it, as people of the contact's language write them.
import { parseDate } from '../../language/date-pattern.ts';
import { readInstant } from '../../language/instant.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { AnswerType } from './answer-type.ts';

export const datetimeAnswer: AnswerType = {
  name: 'datetime',
  label: 'Date and time',
  expects: 'Please answer with a date and a time, such as 2026-01-31 18:00.',
  read: (text, { locale, zone }) => {
    const written = text
      .trim()
      .replace(/\.\s+/g, '.')
      .replace(/,?\s+/g, ' ')
      .replace(/^(\S+)T/, '$1 ');
    const slashes = locale === 'en-US' ? 'M/d/yyyy' : 'd/M/yyyy';
    // A text that says its zone means it; any other is meant where the contact is.
    if (/([Zz]|[+-]\d\d:?\d\d)$/.test(written)) return readInstant(written);
    for (const day of ['yyyy-MM-dd', 'd.M.yyyy', slashes]) {
      for (const time of ['H:mm', 'H:mm:ss', 'h:mm a']) {
        const instant = parseDate(written, `${day} ${time}`, zone);
        if (instant !== undefined) return instant;
      }
    }
    return undefined;
  },
  range: { measure: instantOf, limit: instantOf, unit: '' },
  hint: () => ({ is: 'datetime' }),
  examples: [
    { text: '2026-01-31 18:00', gives: '2026-01-31T18:00:00.000Z' },
    { text: '2026-01-31T18:00+01:00', gives: '2026-01-31T17:00:00.000Z' },
    { text: '31. 1. 2026, 18:00', asked: { zone: 'Europe/Berlin' }, gives: '2026-01-31T17:00:00.000Z' },
    { text: '29.3.2026 2:30', asked: { zone: 'Europe/Berlin' }, gives: '2026-03-29T01:30:00.000Z' },
    { text: '3/2/2026 6:05 pm', asked: { locale: 'en-US' }, gives: '2026-03-02T18:05:00.000Z' },
    { text: '3/2/2026 18:05', gives: '2026-02-03T18:05:00.000Z' },
    { text: '2026-02-30 18:00', gives: undefined },
    { text: '2026-01-31', gives: undefined },
    { text: 'tonight', gives: undefined },
  ],
};

function instantOf(value: Json): string | undefined {
  return typeof value === 'string' ? readInstant(value) : undefined;
}
