// Operations with dates and times.
import { formatDate } from '../../language/date-pattern.ts';
import { isBlank } from '../../language/value.ts';
import { byFunction, type Operation } from './operation.ts';

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
    name: 'date-add',
    label: 'Add time to the date',
    asks: ['value', 'unit'],
    run: ({ current, value, unit, scope }) =>
      byFunction('date_add', [isBlank(current) ? scope.now : current, value, unit], scope),
    examples: [
      { of: { current: '2026-01-31', value: 1, unit: 'months' }, gives: '2026-02-28T00:00:00.000Z' },
      { of: { current: null, value: -30, unit: 'minutes' }, gives: '2026-03-01T23:00:00.000Z' },
      {
        of: { current: 'soon', value: 1, unit: 'days' },
        gives: { refused: 'date_add: "value" must be a date' },
      },
    ],
  },
];
