// A number of days as people say it; none is for ever.

/** @example daysInWords(90) // '90 days' */
export function daysInWords(days: number | null): string {
  if (days === null) return 'for ever';
  return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}
