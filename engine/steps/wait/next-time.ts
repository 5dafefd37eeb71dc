// The next moment at which a clock in some zone shows a time, on a day of the week that is wanted.
import { fromWallClock, wallClock } from '../../language/zone.ts';

export const dayChoices = [
  { value: 'any', label: 'Any day' },
  { value: 'working', label: 'Monday to Friday' },
  { value: 'weekend', label: 'Saturday and Sunday' },
  { value: 'monday', label: 'Monday' },
  { value: 'tuesday', label: 'Tuesday' },
  { value: 'wednesday', label: 'Wednesday' },
  { value: 'thursday', label: 'Thursday' },
  { value: 'friday', label: 'Friday' },
  { value: 'saturday', label: 'Saturday' },
  { value: 'sunday', label: 'Sunday' },
] as const;

export type Days = (typeof dayChoices)[number]['value'];

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** @example readTime('9:30') // { hour: 9, minute: 30 } */
export function readTime(text: string): TimeOfDay | undefined {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(text) ?? [];
  const time = { hour: Number(hour), minute: Number(minute) };
  return hour !== '' && time.hour < 24 && time.minute < 60 ? time : undefined;
}

/** Later than `now`, within eight days. */
export function nextTime(now: string, zone: string, time: TimeOfDay, days: Days): string {
  for (let ahead = 0; ahead <= 8; ahead++) {
    const moment = timeOn(now, zone, time, ahead);
    if (moment > now && isOn(moment, zone, days)) return moment;
  }
  return timeOn(now, zone, time, 1);
}

/** Whether it is one of these days there. */
export function isOn(moment: string, zone: string, days: Days): boolean {
  const { year, month, day } = wallClock(moment, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (days === 'any') return true;
  const isWeekend = weekday === 0 || weekday === 6;
  if (days === 'working') return !isWeekend;
  return days === 'weekend' ? isWeekend : names[weekday] === days;
}

/** That time, so many days after the day that it is there now. */
export function timeOn(now: string, zone: string, { hour, minute }: TimeOfDay, ahead: number): string {
  const today = wallClock(now, zone);
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + ahead));
  return fromWallClock(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour,
      minute,
      second: 0,
    },
    zone,
  );
}

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
