// Reads a moment in time from text, strictly, into the one form we store: UTC ISO-8601 with milliseconds.

/**
 * `2026-01-31`, `2026-01-31T18:00:00+02:00`, `2026-01-31 18:00:00`; a time without an offset is UTC.
 * `undefined` for anything else, days that do not exist included. `Date.parse` is not used for reading:
 * it takes "1" or "May 2", depends on the machine's zone and rolls February 30 over into March.
 */
export function readInstant(text: string): string | undefined {
  const found = INSTANT.exec(text.trim());
  if (!found) return undefined;
  const [, date = '', hours = '00', minutes = '00', seconds = '00', fraction = '', offset = 'Z'] = found;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const local = new Date(`${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  if (Number.isNaN(local.getTime()) || local.toISOString().slice(0, 10) !== date) return undefined;
  const shift = offsetMinutes(offset);
  if (shift === undefined) return undefined;
  const instant = new Date(local.getTime() - shift * 60_000);
  // Years beyond 0001-9999 would be written with a sign and more digits, which nothing else reads.
  return /^(?!0000)\d{4}-/.test(instant.toISOString()) ? instant.toISOString() : undefined;
}

const INSTANT =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z' || offset === 'z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
