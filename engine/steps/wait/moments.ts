// The ways to say how long the step "Wait" waits, one line each: the moment at which it goes on, or words for why there is none.
import type { StepScope } from '@bellwire/model/step-type.ts';
import { asText } from '../../language/as-text.ts';
import { addTo } from '../../language/duration.ts';
import { readInstant } from '../../language/instant.ts';
import { fromWallClock } from '../../language/zone.ts';
import { MOST_SECONDS, secondsOf } from '../time-units.ts';
import { isOn, nextTime, readTime, timeOn } from './next-time.ts';
import type { WaitValues } from './settings.ts';

/** `past`: it has been before. */
type Moment =
  | { readonly is: 'at' | 'past'; readonly at: string }
  | { readonly is: 'none'; readonly says: string };

type Way = (values: WaitValues, scope: StepScope) => Moment;

export const moments: { readonly [Kind in WaitValues['kind']]: Way } = {
  for: ({ amount = 1, unit = 'hours' }, { now }) => {
    const at = secondsOf(amount, unit) > MOST_SECONDS ? undefined : addTo(now, amount, unit);
    return at === undefined
      ? none(`${amount} ${unit} is longer than a year. Wait for a shorter time.`)
      : { is: 'at', at };
  },

  time: ({ time = '', days = 'any' }, { now, zone }) => {
    const read = readTime(time);
    return read === undefined ? noTime(time) : { is: 'at', at: nextTime(now, zone, read, days) };
  },

  date: (values, { now, zone }) => {
    const { date = null, time = '', shift = 0, shiftUnit = 'hours', side = 'before' } = values;
    const moment = momentOf(asText(date), time, zone);
    if (moment.is === 'none') return moment;
    const at = addTo(moment.at, side === 'before' ? -shift : shift, shiftUnit);
    if (at === undefined) return none(`${shift} ${shiftUnit} ${side} ${moment.at} is no date.`);
    if (at <= now) return { is: 'past', at };
    return Date.parse(at) - Date.parse(now) > MOST_SECONDS * 1000
      ? none(`${at} is more than a year ahead. Wait for the year of it first.`)
      : { is: 'at', at };
  },

  hours: ({ from = '', to = '', days = 'working' }, { now, zone }) => {
    const [opens, closes] = [readTime(from), readTime(to)];
    if (opens === undefined) return noTime(from);
    if (closes === undefined) return noTime(to);
    const [open, close] = [timeOn(now, zone, opens, 0), timeOn(now, zone, closes, 0)];
    if (close <= open) return none(`${to} is not after ${from}. Give hours of one day.`);
    if (isOn(now, zone, days) && now >= open && now < close) return { is: 'past', at: now };
    return { is: 'at', at: nextTime(now, zone, opens, days) };
  },
};

/** A day without a time is meant at the time that is asked for beside it, where the contact is. */
function momentOf(text: string, time: string, zone: string): Moment {
  const instant = readInstant(text);
  if (instant === undefined)
    return none(`"${text}" is no date. Take a field that holds one, such as {{user.appointment}}.`);
  if (text.trim().length > 'yyyy-MM-dd'.length) return { is: 'at', at: instant };
  const read = readTime(time);
  if (read === undefined) return noTime(time);
  const [year = 1, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return { is: 'at', at: fromWallClock({ year, month, day, ...read, second: 0 }, zone) };
}

function noTime(text: string): Moment {
  return none(`"${text}" is no time of the day. Write it like 09:30.`);
}

function none(says: string): Moment {
  return { is: 'none', says };
}
