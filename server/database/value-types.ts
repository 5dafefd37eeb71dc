// How values of PostgreSQL become values of ours: times as ISO strings, bigint as number, the rest as pg has it.
import pg from 'pg';

/** Given to each pool, never set globally: another user of the driver keeps its own ways. */
export function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format);
}

const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.INT8, safeInteger],
  [pg.types.builtins.TIMESTAMPTZ, isoTime],
  // Without a zone there is no instant to convert to: kept as written.
  [pg.types.builtins.TIMESTAMP, asWritten],
  // The driver's own answer would be a Date at local midnight, which is another day in UTC.
  [pg.types.builtins.DATE, asWritten],
  // The driver's own answer would be an object.
  [pg.types.builtins.INTERVAL, asWritten],
]);

const arrayOids = new Map<number, number>([
  [1016, pg.types.builtins.INT8],
  [1185, pg.types.builtins.TIMESTAMPTZ],
  [1115, pg.types.builtins.TIMESTAMP],
  [1182, pg.types.builtins.DATE],
  [1187, pg.types.builtins.INTERVAL],
]);
const textArray: number = 1009;
const splitArray: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray);
for (const [array, element] of arrayOids) {
  const parse = parsers.get(element) ?? asWritten;
  parsers.set(array, (text) => splitArray(text).map((item) => (item === null ? null : parse(item))));
}

/** Our sequences stay below 2^53. A larger number must not be rounded in silence: two rows would become one. */
function safeInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`The bigint ${text} is beyond 2^53. Select it as text: column::text.`);
}

/**
 * `2026-11-22 09:30:00.5+00` becomes `2026-11-22T09:30:00.500Z`, the form of `Date.toISOString()`.
 * Microseconds are kept where there are any, so that a time read can be found again: `timestamptz(3)` has none.
 */
function isoTime(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (parts === null) return text;
  const [, date, time, fraction = ''] = parts;
  return `${date}T${time}.${fraction.padEnd(3, '0')}Z`;
}

function asWritten(text: string): string {
  return text;
}
