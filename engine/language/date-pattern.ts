// Writes and reads dates by patterns like `dd.MM.yyyy HH:mm`.
import type { Scope } from './scope.ts';
import { remember } from './remember.ts';
import type { WallClock } from './zone.ts';
import { fromWallClock, wallClock } from './zone.ts';

type Place = Pick<Scope, 'zone' | 'locale'>;

/**
 * The instant by a pattern of `yyyy yy MMMM MMM MM M dd d EEEE EEE HH H hh h mm ss a`, in the zone and language
 * given; 'text in quotes' and all other characters stay. `short`, `medium`, `long` and `full` are the local habits.
 */
export function formatDate(instant: string, pattern: string, { zone, locale }: Place): string {
  if (HABITS.has(pattern)) return localFormat(locale, zone, { dateStyle: pattern }).format(new Date(instant));
  const clock = wallClock(instant, zone);
  return pattern.replace(TOKEN, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted;
    const words = WORDS[token];
    return words
      ? localFormat(locale, zone, words).format(new Date(instant))
      : (NUMBERS[token]?.(clock) ?? token);
  });
}

/** The instant that a text by such a pattern names, or `undefined`. Only the number tokens and `a` can be read. */
export function parseDate(text: string, pattern: string, zone: string): string | undefined {
  const read = readerOf(pattern);
  const found = read?.expression.exec(text.trim());
  if (!read || !found) return undefined;
  const clock: WallClock = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  let afternoon: boolean | undefined;
  for (const [index, token] of read.tokens.entries()) {
    const part = found[index + 1] ?? '';
    if (token === 'a') afternoon = part.toLowerCase() === 'pm';
    const field = FIELDS[token.charAt(0)];
    if (field) clock[field] = Number(part) + (token === 'yy' ? 2000 : 0);
  }
  if (afternoon !== undefined) clock.hour = (clock.hour % 12) + (afternoon ? 12 : 0);
  const instant = fromWallClock(clock, 'UTC');
  const shown = wallClock(instant, 'UTC');
  const exists = shown.month === clock.month && shown.day === clock.day && shown.hour === clock.hour;
  return exists ? fromWallClock(clock, zone) : undefined;
}

const HABITS = new Set<string>(['short', 'medium', 'long', 'full']);

const TOKEN = /'([^']*)'|yyyy|yy|M{1,4}|dd?|EEEE|EEE|HH?|hh?|mm?|ss?|a/g;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const NUMBERS: { [token: string]: (clock: WallClock) => string } = {
  yyyy: ({ year }) => String(year).padStart(4, '0'),
  yy: ({ year }) => twoDigits(year % 100),
  MM: ({ month }) => twoDigits(month),
  M: ({ month }) => String(month),
  dd: ({ day }) => twoDigits(day),
  d: ({ day }) => String(day),
  HH: ({ hour }) => twoDigits(hour),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => twoDigits(hour % 12 || 12),
  h: ({ hour }) => String(hour % 12 || 12),
  mm: ({ minute }) => twoDigits(minute),
  m: ({ minute }) => String(minute),
  ss: ({ second }) => twoDigits(second),
  s: ({ second }) => String(second),
  a: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
};

const WORDS: { [token: string]: Intl.DateTimeFormatOptions } = {
  MMMM: { month: 'long' },
  MMM: { month: 'short' },
  EEEE: { weekday: 'long' },
  EEE: { weekday: 'short' },
};

const FIELDS: { [letter: string]: keyof WallClock } = {
  y: 'year',
  M: 'month',
  d: 'day',
  H: 'hour',
  h: 'hour',
  m: 'minute',
  s: 'second',
};

function localFormat(locale: string, zone: string, options: object): Intl.DateTimeFormat {
  return rememberedFormat(JSON.stringify([locale, zone, options]));
}

const rememberedFormat = remember(200, (key) => {
  const [locale, zone, options]: [string, string, Intl.DateTimeFormatOptions] = JSON.parse(key);
  for (const [language, timeZone] of [
    [locale, zone],
    ['en', zone],
    [locale, 'UTC'],
  ] as const) {
    try {
      return new Intl.DateTimeFormat(language, { ...options, timeZone });
    } catch {
      continue; // Zone and locale came from outside: one of them, or both, may be no such thing.
    }
  }
  return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
});

/** Digits only where digits stand and fixed text between them: such an expression cannot backtrack for long. */
const readerOf = remember(100, (pattern): { expression: RegExp; tokens: string[] } | null => {
  const tokens: string[] = [];
  let source = '';
  let done = 0;
  for (const { 0: token, 1: quoted, index } of pattern.matchAll(TOKEN)) {
    source += literal(pattern.slice(done, index));
    done = index + token.length;
    if (quoted !== undefined) source += literal(quoted);
    else if (WORDS[token]) return null;
    else {
      tokens.push(token);
      source += token === 'a' ? '([AaPp][Mm])' : token.length === 1 ? '(\\d{1,2})' : `(\\d{${token.length}})`;
    }
  }
  return { expression: new RegExp(`^${source}${literal(pattern.slice(done))}$`), tokens };
});

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
