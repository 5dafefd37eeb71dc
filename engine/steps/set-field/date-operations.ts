// Operations with dates and times.
import { formatDate } from '../../language/date-pattern.ts';
import { isBlank, quote } from '../../language/value.ts';
import { isZone } from '../../language/zone.ts';
import type { Json } from '@bellwire/model/json.ts';
import { byFunction, subjectOf, type Given, type Operation, type Result } from './operation.ts';

export const dateOperations: readonly Operation[] = [
  {
    name: 'now',
    label: 'Set to the time of now',
    asks: [],
    run: ({ scope }) => ({ ok: true, value: scope.now }),
    examples: [{ of: { current: 'x' }, gives: '2026-03-01T23:30:00.000Z' }],
  },
  {
    name: 'today',
    label: 'Set to the date of today',
    asks: [],
    // The day of the contact, who may already be in tomorrow.
    run: ({ scope }) => ({ ok: true, value: formatDate(scope.now, 'yyyy-MM-dd', scope) }),
    examples: [{ of: {}, gives: '2026-03-02' }],
  },
  {
    name: 'parse-date',
    label: 'Read a date written as …',
    asks: ['value', 'pattern', 'zone'],
    run: (given) => inZone(given, () => readDate(subjectOf(given), given)),
    examples: [
      { of: { value: '31.12.2026 18:05', pattern: 'dd.MM.yyyy HH:mm' }, gives: '2026-12-31T17:05:00.000Z' },
      {
        of: { current: '7/4/26', pattern: 'M/d/yy', zone: 'America/New_York' },
        gives: '2026-07-04T04:00:00.000Z',
      },
      // 02:30 is skipped in Berlin that night: it counts by the offset before.
      { of: { value: '29.03.2026 02:30', pattern: 'dd.MM.yyyy HH:mm' }, gives: '2026-03-29T01:30:00.000Z' },
      {
        of: { value: '30.02.2026', pattern: 'dd.MM.yyyy' },
        gives: { refused: '"30.02.2026" is no date written as dd.MM.yyyy' },
      },
      { of: { pattern: 'yyyy' }, gives: null },
    ],
  },
  {
    name: 'format-date',
    label: 'Write the date as …',
    asks: ['value', 'pattern', 'zone'],
    run: (given) => inZone(given, () => writeDate(subjectOf(given), given)),
    examples: [
      { of: { value: '2026-03-01T22:30:00Z', pattern: 'dd.MM.yyyy HH:mm' }, gives: '01.03.2026 23:30' },
      { of: { current: '2026-03-01', pattern: 'd MMMM yyyy', zone: '' }, gives: '1 March 2026' },
      { of: { value: '2026-07-01T12:00:00Z', pattern: 'HH:mm', zone: 'Asia/Tokyo' }, gives: '21:00' },
      { of: { value: 'soon' }, gives: { refused: 'date: "value" must be a date' } },
      {
        of: { value: '2026-07-01', zone: 'Mars/Base' },
        gives: { refused: 'there is no time zone "Mars/Base"' },
      },
      { of: {}, gives: null },
    ],
  },
  {
    name: 'date-add',
    label: 'Add time to the date',
    asks: ['value', 'unit'],
    // A day of a calendar has no hours that could be put forward or back.
    run: ({ current, value, unit, scope }) => {
      const date = isBlank(current) ? scope.now : current;
      return byFunction('date_add', [date, value, unit, isDay(date) ? 'UTC' : scope.zone], scope);
    },
    examples: [
      { of: { current: '2026-01-31', value: 1, unit: 'months' }, gives: '2026-02-28T00:00:00.000Z' },
      { of: { current: '2024-02-29', value: 1, unit: 'years' }, gives: '2025-02-28T00:00:00.000Z' },
      { of: { current: null, value: -30, unit: 'minutes' }, gives: '2026-03-01T23:00:00.000Z' },
      // Clocks go forward in Berlin: a day later it is nine o'clock again, 23 hours later.
      {
        of: { current: '2026-03-28T08:00:00Z', value: 1, unit: 'days' },
        gives: '2026-03-29T07:00:00.000Z',
      },
      {
        of: { current: '2026-03-28T08:00:00Z', value: 24, unit: 'hours' },
        gives: '2026-03-29T08:00:00.000Z',
      },
      { of: { current: '2026-03-29', value: 1, unit: 'days' }, gives: '2026-03-30T00:00:00.000Z' },
      {
        of: { current: 'soon', value: 1, unit: 'days' },
        gives: { refused: 'date_add: "value" must be a date' },
      },
    ],
  },
];

export function unknownZone(zone: string): string {
  return `no time zone "${zone}". Write one such as Europe/Berlin`;
}

function readDate(written: Json, { pattern, zone, scope }: Given): Result {
  if (isBlank(written)) return { ok: true, value: null };
  const read = byFunction('parse_date', [written, pattern, zone], scope);
  return read.ok && read.value === null
    ? { ok: false, says: `${quote(written)} is no date written as ${pattern}` }
    : read;
}

function writeDate(date: Json, { pattern, zone, scope }: Given): Result {
  return byFunction('date', [date, pattern, zone || (isDay(date) ? 'UTC' : '')], scope);
}

function inZone({ zone }: Given, work: () => Result): Result {
  return zone === '' || isZone(zone) ? work() : { ok: false, says: `there is ${unknownZone(zone)}` };
}

/** A date without a time is that day everywhere. */
function isDay(value: Json): boolean {
  return typeof value === 'string' && value.trim().length === 10;
}
