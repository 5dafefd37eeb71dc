// Operators of dates and times. Days and clock times are those where the contact is. Without a date none holds.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from '../as-text.ts';
import { addTo } from '../duration.ts';
import { readInstant } from '../instant.ts';
import type { Asks, Operator } from '../operator.ts';
import type { Scope } from '../scope.ts';
import type { WallClock } from '../zone.ts';
import { wallClock } from '../zone.ts';

type Naming = Pick<Operator, 'name' | 'label' | 'about' | 'examples'>;

/** When the examples of all operators are run. */
const EXAMPLE_NOW = '2026-03-01T12:00:00.000Z';

export const dateOperators: readonly Operator[] = [
  onInstant('datetime', (left, right) => left > right, {
    name: 'after',
    label: 'is after',
    about: 'Later than the date and time.',
    examples: [
      { left: '2026-02-01', right: '2026-01-31 18:00:00', holds: true },
      { left: null, right: '2026-01-31', holds: false },
    ],
  }),
  onInstant('datetime', (left, right) => left < right, {
    name: 'before',
    label: 'is before',
    about: 'Earlier than the date and time.',
    examples: [
      { left: '2026-01-31T10:00:00+02:00', right: '2026-01-31T09:00:00Z', holds: true },
      { left: 'soon', right: '2026-01-31', holds: false },
    ],
  }),
  {
    name: 'on_date',
    label: 'is on',
    about: 'At any time of that day.',
    types: ['date', 'datetime'],
    reads: 'raw',
    asks: 'date',
    holds: (left, right, { zone }) => typeof left === 'string' && dayOf(left, zone) === right,
    examples: [
      { left: '2026-01-31T23:30:00Z', right: '2026-02-01', holds: true },
      { left: '2026-01-31', right: '2026-01-31', holds: true },
      { left: 'soon', right: '2026-01-31', holds: false },
    ],
  },
  ...ago('days', 2),
  ...ago('minutes', 30),
  onClock('time', ({ hour, minute }, right) => hour * 60 + minute > right, {
    name: 'time_after',
    label: 'time is after',
    about: 'Later in the day than the time.',
    examples: [
      { left: '2026-01-31T17:30:00Z', right: '18:00', holds: true },
      { left: '2026-01-31T17:00:00Z', right: '18:00', holds: false },
    ],
  }),
  onClock('time', ({ hour, minute }, right) => hour * 60 + minute < right, {
    name: 'time_before',
    label: 'time is before',
    about: 'Earlier in the day than the time.',
    examples: [
      { left: '2026-01-31T07:59:00Z', right: '09:00', holds: true },
      { left: '2026-01-31T07:59:00Z', right: '9 o’clock', holds: false },
    ],
  }),
  {
    name: 'weekday_in',
    label: 'falls on one of the weekdays',
    about: 'Names in English, such as Monday or mon, with commas between them.',
    types: ['date', 'datetime'],
    reads: 'raw',
    asks: 'list',
    holds: (left, right, { zone }) => {
      const day = typeof left === 'string' ? weekdayOf(left, zone) : undefined;
      return day !== undefined && weekdaysIn(right).includes(day);
    },
    examples: [
      { left: '2026-03-01', right: ['Saturday', 'Sunday'], holds: true },
      { left: '2026-03-01T23:30:00Z', right: 'mon', holds: true },
      { left: '2026-03-01', right: 'Sundae, x', holds: false },
      { left: null, right: 'Sunday', holds: false },
    ],
  },
  ...clockField('hour', 18),
  ...clockField('minute', 30),
];

function onInstant(asks: Asks, compare: (left: string, right: string) => boolean, naming: Naming): Operator {
  const holds = (left: Json, right: Json): boolean =>
    typeof left === 'string' && typeof right === 'string' && compare(left, right);
  return { ...naming, types: ['date', 'datetime'], reads: 'datetime', asks, holds };
}

/** `right` is a number, or for a time the minutes since midnight. */
function onClock(
  asks: 'time' | 'number',
  compare: (clock: WallClock, right: number) => boolean,
  naming: Naming,
): Operator {
  return {
    ...naming,
    types: ['datetime'],
    reads: 'datetime',
    asks,
    holds: (left, right, { zone }) =>
      typeof left === 'string' && compare(wallClock(left, zone), Number(right)),
  };
}

function ago(unit: 'days' | 'minutes', example: number): Operator[] {
  const limit = (right: Json, { now }: Scope): string => addTo(now, -Number(right), unit) ?? now;
  const base = { types: ['date', 'datetime'], reads: 'datetime', asks: 'number' } as const;
  const long = addTo(EXAMPLE_NOW, -example - 1, unit) ?? '';
  const short = addTo(EXAMPLE_NOW, -example + 1, unit) ?? '';
  return [
    {
      ...base,
      name: `before_${unit}_ago`,
      label: `is more than … ${unit} ago`,
      about: `Longer ago than so many ${unit}.`,
      holds: (left, right, scope) => typeof left === 'string' && left < limit(right, scope),
      examples: [
        { left: long, right: example, holds: true },
        { left: short, right: example, holds: false },
        { left: null, right: example, holds: false },
      ],
    },
    {
      ...base,
      name: `after_${unit}_ago`,
      label: `is less than … ${unit} ago`,
      about: `Not as long ago as so many ${unit}, or still to come.`,
      holds: (left, right, scope) => typeof left === 'string' && left > limit(right, scope),
      examples: [
        { left: short, right: example, holds: true },
        { left: long, right: example, holds: false },
      ],
    },
  ];
}

function clockField(field: 'hour' | 'minute', example: number): Operator[] {
  const left = '2026-01-31T17:30:00Z'; // 18:30 in Berlin.
  return [
    onClock('number', (clock, right) => clock[field] === right, {
      name: `${field}_is`,
      label: `${field} is`,
      about: `The ${field} of the time is the number.`,
      examples: [{ left, right: example, holds: true }],
    }),
    onClock('number', (clock, right) => clock[field] > right, {
      name: `${field}_after`,
      label: `${field} is after`,
      about: `The ${field} of the time is more than the number.`,
      examples: [{ left, right: example, holds: false }],
    }),
    onClock('number', (clock, right) => clock[field] < right, {
      name: `${field}_before`,
      label: `${field} is before`,
      about: `The ${field} of the time is less than the number.`,
      examples: [{ left, right: example + 1, holds: true }],
    }),
  ];
}

/** A date is that day everywhere; only a moment falls on different days in different zones. */
function dayOf(value: string, zone: string): string | undefined {
  const instant = readInstant(value);
  if (instant === undefined || value.trim().length === 10) return instant?.slice(0, 10);
  const { year, month, day } = wallClock(instant, zone);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** In the order in which a Date counts them. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function weekdayOf(value: string, zone: string): string | undefined {
  const day = dayOf(value, zone);
  return day === undefined ? undefined : WEEKDAYS[new Date(day).getUTCDay()];
}

/** `Sunday`, `sun` and `Sun.` are the same; what is no weekday is passed over. */
function weekdaysIn(value: Json): string[] {
  const names = Array.isArray(value) ? value.map((each) => asText(each).trim().toLowerCase()) : [];
  return WEEKDAYS.filter((day) =>
    [day, day.slice(0, 3), `${day.slice(0, 3)}.`].some((each) => names.includes(each)),
  );
}
