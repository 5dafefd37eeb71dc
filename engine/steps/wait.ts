// Step: wait for some time.
import { stepType } from '@bellwire/model/step-type.ts';
import { addTo } from '../language/duration.ts';
import { savedText } from './saved.ts';

/** Longer waits are better made with a date in a field: a bot may be rebuilt twice in a year. */
const MOST_SECONDS = 366 * 86_400;

const units = [
  { value: 'seconds', label: 'Seconds' },
  { value: 'minutes', label: 'Minutes' },
  { value: 'hours', label: 'Hours' },
  { value: 'days', label: 'Days' },
] as const;

const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

export const wait = stepType({
  name: 'wait',
  label: 'Wait',
  about: 'Lets some time pass before the flow goes on.',
  icon: 'clock',
  group: 'logic',
  sides: ['bot', 'app'],
  isOnce: true,
  settings: {
    amount: { kind: 'number', label: 'How long', required: true, min: 0, default: 1 },
    unit: { kind: 'choice', label: 'Unit', options: units, required: true, default: 'hours' },
  },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) => {
    const amount = savedText(saved, 'amount') || '1';
    const unit = savedText(saved, 'unit') || 'hours';
    return `Wait ${amount} ${amount === '1' ? unit.replace(/s$/, '') : unit}`;
  },
  run: ({ amount, unit }, { now }) => {
    const until = amount * seconds[unit] > MOST_SECONDS ? undefined : addTo(now, amount, unit);
    if (until === undefined)
      return { is: 'fail', says: `${amount} ${unit} is longer than a year. Wait for a shorter time.` };
    return { is: 'wait', until, says: `Goes on at ${until}.` };
  },
  examples: [
    {
      says: 'two hours from now',
      settings: { amount: 2, unit: 'hours' },
      scope: { now: '2026-03-01T12:00:00.000Z' },
      gives: { is: 'wait', until: '2026-03-01T14:00:00.000Z' },
    },
    {
      says: 'a place gives the number; parts of a unit count',
      settings: { amount: '{{user.days}}', unit: 'days' },
      scope: { now: '2026-02-28T12:00:00.000Z', data: { user: { days: '1.5' } } },
      gives: { is: 'wait', until: '2026-03-02T00:00:00.000Z' },
    },
    {
      says: 'a day after the 28th of February of a leap year is the 29th',
      settings: { amount: 1, unit: 'days' },
      scope: { now: '2028-02-28T12:00:00.000Z' },
      gives: { is: 'wait', until: '2028-02-29T12:00:00.000Z' },
    },
    {
      says: 'a day is 24 hours, also over the night in which clocks are put forward in Europe',
      settings: { amount: 1, unit: 'days' },
      scope: { now: '2026-03-28T12:00:00.000Z', contact: { timeZone: 'Europe/Berlin' } },
      gives: { is: 'wait', until: '2026-03-29T12:00:00.000Z' },
    },
    {
      says: 'no time at all is over at once',
      settings: { amount: 0, unit: 'seconds' },
      scope: { now: '2026-03-01T12:00:00.000Z' },
      gives: { is: 'wait', until: '2026-03-01T12:00:00.000Z' },
    },
    {
      says: 'goes on when the time is over',
      settings: { amount: 2, unit: 'hours' },
      resume: { is: 'time' },
      gives: { is: 'go', exit: 'next' },
    },
    {
      says: 'more than a year is refused',
      settings: { amount: 400, unit: 'days' },
      gives: { is: 'fail', says: '400 days is longer than a year. Wait for a shorter time.' },
    },
    {
      says: 'a number that is none is said',
      settings: { amount: '{{user.days}}', unit: 'days' },
      scope: { data: { user: { days: 'soon' } } },
      gives: { is: 'fail', says: 'How long is "soon", but a number is expected, such as 1.' },
    },
  ],
});
