// The moments inside a sentence of the server, as people here write them.

const MOMENT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g;

/** @example timesInWords('Paused until 2026-01-31T18:00:00.000Z.') // 'Paused until Jan 31, 2026, 6:00 PM.' */
export function timesInWords(says: string, locale?: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  });
  return says.replace(MOMENT, (moment) => {
    const at = new Date(moment);
    return Number.isNaN(at.getTime()) ? moment : format.format(at);
  });
}
