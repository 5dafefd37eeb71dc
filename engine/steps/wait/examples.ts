// Examples of the step "Wait".
import type { StepType } from '@bellwire/model/step-type.ts';

/** Sunday noon; in Berlin it is 13:00. */
const now = '2026-03-01T12:00:00.000Z';

export const waitExamples: StepType['examples'] = [
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
  {
    says: 'until a time that is still to come today',
    settings: { kind: 'time', time: '18:30' },
    scope: { now },
    gives: { is: 'wait', until: '2026-03-01T18:30:00.000Z' },
  },
  {
    says: 'until a time that is over today, so tomorrow; a weekend is passed over',
    settings: { kind: 'time', time: '9:00', days: 'working' },
    scope: { now: '2026-03-06T12:00:00.000Z' },
    gives: { is: 'wait', until: '2026-03-09T09:00:00.000Z' },
  },
  {
    says: 'until the same weekday, which is a week away once its time is over',
    settings: { kind: 'time', time: '12:00', days: 'sunday' },
    scope: { now },
    gives: { is: 'wait', until: '2026-03-08T12:00:00.000Z' },
  },
  {
    says: 'a day before a date and time in a field',
    settings: { kind: 'date', date: '{{user.appointment}}', shift: 1, shiftUnit: 'days' },
    scope: { now, data: { user: { appointment: '2026-03-04T15:00:00.000Z' } } },
    gives: { is: 'wait', until: '2026-03-03T15:00:00.000Z' },
  },
  {
    says: 'a date without a time is meant at the time beside it',
    settings: { kind: 'date', date: '2026-03-04', time: '08:00', shift: 2, side: 'after' },
    scope: { now },
    gives: { is: 'wait', until: '2026-03-04T10:00:00.000Z' },
  },
  {
    says: 'a date that is over leaves by an exit of its own',
    settings: { kind: 'date', date: '2026-02-28T12:00:00.000Z' },
    scope: { now },
    gives: { is: 'go', exit: 'past', says: '2026-02-28T12:00:00.000Z is over.' },
  },
  {
    says: 'a field that holds no date is said',
    settings: { kind: 'date', date: '{{user.appointment}}' },
    scope: { now, data: { user: { appointment: 'soon' } } },
    gives: {
      is: 'fail',
      says: '"soon" is no date. Take a field that holds one, such as {{user.appointment}}.',
    },
  },
  {
    says: 'within the hours it goes on at once',
    settings: { kind: 'hours', from: '09:00', to: '17:00' },
    scope: { now },
    gives: { is: 'go', exit: 'next' },
  },
  {
    says: 'outside of them it waits until they begin again',
    settings: { kind: 'hours', from: '09:00', to: '17:00', days: 'working' },
    scope: { now },
    gives: { is: 'wait', until: '2026-03-02T09:00:00.000Z' },
  },
  {
    says: 'a time that is none is said',
    settings: { kind: 'time', time: 'noon' },
    gives: { is: 'fail', says: '"noon" is no time of the day. Write it like 09:30.' },
  },
];
