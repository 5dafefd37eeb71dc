// Functions of dates and times. Where a zone matters it is the contact's, unless another is named.
import { formatDate, parseDate } from '../date-pattern.ts';
import { languageFunction } from '../function.ts';
import { addTo, DURATION_UNITS, between } from '../duration.ts';
import { toNumber } from '../value.ts';

const INSTANT = { is: 'instant', about: 'A date or datetime' } as const;
const PATTERN = { is: 'short', about: 'e.g. dd.MM.yyyy HH:mm' } as const;
const ZONE = {
  is: 'short',
  about: "Time zone, e.g. Europe/Berlin; left out: the contact's",
  default: '',
} as const;
const UNIT = { is: 'short', about: DURATION_UNITS.join(', '), default: 'days' } as const;

export const dateFunctions = [
  languageFunction({
    name: 'now',
    about: 'The present date and time, UTC.',
    takes: {},
    run: (_, { now }) => now,
    examples: [{ of: [], gives: '2026-03-01T23:30:00.000Z' }],
  }),
  languageFunction({
    name: 'today',
    about: 'The present date where the contact is.',
    takes: {},
    run: (_, scope) => formatDate(scope.now, 'yyyy-MM-dd', scope),
    examples: [{ of: [], gives: '2026-03-02' }],
  }),
  languageFunction({
    name: 'date',
    about: 'The date or time written by a pattern, or as short, medium, long or full.',
    takes: { value: INSTANT, pattern: { ...PATTERN, default: 'yyyy-MM-dd HH:mm:ss' }, zone: ZONE },
    run: ({ value, pattern, zone }, scope) =>
      formatDate(value, pattern, { locale: scope.locale, zone: zone || scope.zone }),
    examples: [
      { of: ['2026-03-01T22:30:00Z'], gives: '2026-03-01 23:30:00' },
      {
        of: ['2026-03-01T22:30:00Z', "EEEE, d MMMM yyyy 'at' h:mm a", 'UTC'],
        gives: 'Sunday, 1 March 2026 at 10:30 PM',
      },
      { of: ['2026-03-01', 'long', 'UTC'], gives: 'March 1, 2026' },
      { of: ['', 'dd.MM.'], gives: null },
    ],
  }),
  languageFunction({
    name: 'parse_date',
    about: 'The datetime that a text by a pattern names; nothing when it does not fit.',
    takes: { text: { is: 'text', about: 'The written date' }, pattern: PATTERN, zone: ZONE },
    run: ({ text, pattern, zone }, scope) => parseDate(text, pattern, zone || scope.zone) ?? null,
    examples: [
      { of: ['31.12.2026 18:05', 'dd.MM.yyyy HH:mm', 'Europe/Berlin'], gives: '2026-12-31T17:05:00.000Z' },
      { of: ['7/4/26 12:15 am', 'M/d/yy h:mm a', 'UTC'], gives: '2026-07-04T00:15:00.000Z' },
      { of: ['30.02.2026', 'dd.MM.yyyy'], gives: null },
    ],
  }),
  languageFunction({
    name: 'date_add',
    about:
      'A date or time later by an amount, earlier by a negative one. A month later than January 31 is the last of February.',
    takes: {
      value: INSTANT,
      amount: { is: 'number', about: 'How many' },
      unit: UNIT,
      zone: {
        is: 'short',
        about: 'Time zone whose calendar days are counted; in UTC, every day has 24 hours',
        default: 'UTC',
      },
    },
    run: ({ value, amount, unit, zone }) => addTo(value, amount, unit, zone || 'UTC') ?? null,
    examples: [
      { of: ['2026-01-31', 1, 'months'], gives: '2026-02-28T00:00:00.000Z' },
      { of: ['2026-03-01T10:00:00Z', -90, 'minutes'], gives: '2026-03-01T08:30:00.000Z' },
      { of: ['2024-02-29', 1, 'years'], gives: '2025-02-28T00:00:00.000Z' },
      { of: ['2026-03-28T08:00:00Z', 1, 'days', 'Europe/Berlin'], gives: '2026-03-29T07:00:00.000Z' },
      { of: ['2026-10-24T08:00:00Z', 25, 'hours', 'Europe/Berlin'], gives: '2026-10-25T09:00:00.000Z' },
      { of: ['2026-01-01', 1, 'fortnights'], gives: null },
    ],
  }),
  languageFunction({
    name: 'date_diff',
    about: 'The time from one date to another in whole units, negative when the second is earlier.',
    takes: { from: INSTANT, to: INSTANT, unit: UNIT },
    run: ({ from, to, unit }) => between(from, to, unit) ?? null,
    examples: [
      { of: ['2026-01-01', '2026-01-31'], gives: 30 },
      { of: ['2026-01-31', '2026-02-28', 'months'], gives: 1 },
      { of: ['2026-01-01T10:00:00Z', '2026-01-01T08:30:00Z', 'hours'], gives: -1 },
    ],
  }),
  languageFunction({
    name: 'unix',
    about: 'The date or time as seconds since 1970.',
    takes: { value: INSTANT },
    run: ({ value }) => Math.floor(Date.parse(value) / 1000),
    examples: [{ of: ['2026-01-01'], gives: 1_767_225_600 }],
  }),
  languageFunction({
    name: 'from_unix',
    about:
      'The datetime of a count of seconds since 1970, as payment providers send it; of milliseconds with "ms".',
    takes: {
      value: { is: 'any', about: 'The count' },
      unit: { is: 'short', about: '"ms" for milliseconds', default: 's' },
    },
    run: ({ value, unit }) => {
      const count = toNumber(value);
      const date = new Date((count ?? Number.NaN) * (unit === 'ms' ? 1 : 1000));
      return Number.isNaN(date.getTime()) ? null : date.toISOString();
    },
    examples: [
      { of: [1_767_225_600], gives: '2026-01-01T00:00:00.000Z' },
      { of: ['1767225600000', 'ms'], gives: '2026-01-01T00:00:00.000Z' },
      { of: ['soon'], gives: null },
    ],
  }),
] as const;
