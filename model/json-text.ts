// Reads JSON text and remembers where each value stands, so that whatever is wrong with it can be told with line and column.
import { isForbiddenKey, MOST_LEVELS, type Json, type JsonObject } from './json.ts';
import type { Path } from './settings/kind.ts';
import { unstorableText } from './storable.ts';

/** Both count from 1, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type JsonRead =
  | {
      readonly ok: true;
      readonly value: Json;
      /** Where the key, or the entry of a list, stands; of what is missing, where that would be inside of. */
      placeOf(path: Path): Place;
    }
  | { readonly ok: false; readonly says: string; readonly place: Place };

/**
 * Stricter than `JSON.parse`, which takes the last of two equal keys and rounds long numbers without a word: both would
 * change a definition silently. What the database cannot hold is refused too.
 */
export function readJsonText(text: string): JsonRead {
  const cursor: Cursor = { text, at: text.startsWith('\uFEFF') ? 1 : 0 };
  try {
    const spot = takeValue(cursor, 0);
    skipSpaces(cursor);
    if (cursor.at < text.length)
      throw new Wrong(cursor.at, `The JSON value ends here, but ${what(cursor)} follows. Remove it.`);
    return { ok: true, value: spot.value, placeOf: (path) => placeAt(text, offsetOf(spot, path)) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, says: error.message, place: placeAt(text, error.at) };
    throw error;
  }
}

interface Cursor {
  readonly text: string;
  at: number;
}

/** A value, and where it and what is in it stand. */
interface Spot {
  readonly value: Json;
  readonly at: number;
  readonly inside?: ReadonlyMap<string | number, Spot>;
}

class Wrong extends Error {
  readonly at: number;

  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

function takeValue(cursor: Cursor, depth: number): Spot {
  skipSpaces(cursor);
  const { at } = cursor;
  if (depth > MOST_LEVELS)
    throw new Wrong(at, `This is nested more than ${MOST_LEVELS} levels deep. Flatten it.`);
  const first = cursor.text[at];
  if (first === '{') return takeObject(cursor, depth);
  if (first === '[') return takeList(cursor, depth);
  if (first === '"') return { value: takeString(cursor), at };
  const number = take(cursor, NUMBER);
  if (number !== undefined) return { value: exactNumber(number, at), at };
  const word = take(cursor, WORD);
  if (word !== undefined) return { value: word === 'null' ? null : word === 'true', at };
  throw new Wrong(at, `A value is expected here, but there is ${what(cursor)}.${hint(first)}`);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /(?:true|false|null)\b/y;

function takeObject(cursor: Cursor, depth: number): Spot {
  const begin = cursor.at;
  const inside = new Map<string, Spot>();
  takeEntries(cursor, '}', () => {
    const { at } = cursor;
    if (cursor.text[at] !== '"')
      throw new Wrong(
        at,
        `A key in double quotes is expected here, but there is ${what(cursor)}.${hint(cursor.text[at])}`,
      );
    const key = takeString(cursor);
    if (isForbiddenKey(key)) throw new Wrong(at, `The key "${key}" cannot be kept. Use another.`);
    if (inside.has(key))
      throw new Wrong(at, `The key "${key}" stands twice in this object. Remove one of the two.`);
    skipSpaces(cursor);
    if (take(cursor, COLON) === undefined)
      throw new Wrong(cursor.at, `A colon is expected after the key "${key}", but there is ${what(cursor)}.`);
    inside.set(key, { ...takeValue(cursor, depth + 1), at });
  });
  const value: JsonObject = Object.fromEntries([...inside].map(([key, spot]) => [key, spot.value]));
  return { value, at: begin, inside };
}

function takeList(cursor: Cursor, depth: number): Spot {
  const begin = cursor.at;
  const inside = new Map<number, Spot>();
  takeEntries(cursor, ']', () => inside.set(inside.size, takeValue(cursor, depth + 1)));
  return { value: [...inside.values()].map((spot) => spot.value), at: begin, inside };
}

const COLON = /:/y;

function takeEntries(cursor: Cursor, close: string, takeEntry: () => void): void {
  cursor.at += 1;
  skipSpaces(cursor);
  if (cursor.text[cursor.at] !== close) {
    for (;;) {
      takeEntry();
      skipSpaces(cursor);
      if (cursor.text[cursor.at] !== ',') break;
      const comma = cursor.at;
      cursor.at += 1;
      skipSpaces(cursor);
      if (cursor.text[cursor.at] === close)
        throw new Wrong(comma, 'There is a comma after the last entry. Remove it.');
    }
  }
  if (cursor.text[cursor.at] !== close)
    throw new Wrong(cursor.at, `A comma or ${close} is expected here, but there is ${what(cursor)}.`);
  cursor.at += 1;
}

function takeString(cursor: Cursor): string {
  const { at } = cursor;
  const raw = take(cursor, STRING);
  if (raw === undefined) throw new Wrong(at, brokenString(cursor.text, at));
  const text = String(JSON.parse(raw));
  const says = unstorableText(text);
  if (says !== undefined) throw new Wrong(at, `This text ${says}.`);
  return text;
}

const STRING =
  /"[^"\\\p{Cc}\u2028\u2029]*"|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/uy;

function brokenString(text: string, at: number): string {
  const line = text.slice(at, at + 100_000).split(/[\r\n]/, 1)[0] ?? '';
  if (/^"[^"\\]*(?:\\.[^"\\]*)*"/.test(line))
    return 'This text has a backslash or a control character that JSON does not know. Write \\\\ for a backslash, \\t for a tab.';
  return 'This text has no closing quote on its line. Close it, and write \\n for a line break.';
}

/** JSON may hold any number, JavaScript not: one that would come back as another is refused. */
function exactNumber(raw: string, at: number): number {
  const number = Number(raw);
  if (!Number.isFinite(number))
    throw new Wrong(at, `The number ${raw.slice(0, 40)} is too large. Write it as text, in quotes.`);
  if (/^-?\d+$/.test(raw) && !Number.isSafeInteger(number) && String(number) !== raw) {
    throw new Wrong(
      at,
      `The number ${raw.slice(0, 40)} has more digits than can be kept exactly. Write it as text, in quotes.`,
    );
  }
  return number;
}

function skipSpaces(cursor: Cursor): void {
  take(cursor, SPACES);
}

const SPACES = /[ \t\r\n]+/y;

function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

function what({ text, at }: Cursor): string {
  const word = /[^\s,:{}[\]"]{0,20}/.exec(text.slice(at, at + 20))?.[0];
  if (at >= text.length) return 'nothing more';
  return JSON.stringify(word === undefined || word === '' ? text.slice(at, at + 1) : word);
}

function hint(first: string | undefined): string {
  if (first === "'") return ' Texts have double quotes.';
  return first === '/' ? ' JSON has no comments.' : '';
}

/** Of what is not there, the place of the nearest thing around it. */
function offsetOf(spot: Spot, path: Path): number {
  const [key, ...rest] = path;
  const inner = key === undefined ? undefined : spot.inside?.get(key);
  return inner === undefined ? spot.at : offsetOf(inner, rest);
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
