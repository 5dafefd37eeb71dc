// Paths like `order.items[0]["unit price"]`: read from text, written back, and followed through own properties only.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { ownValue } from '@bellwire/model/json.ts';
import type { Cursor } from './cursor.ts';
import { skipSpaces, SyntaxFailure, take, takeHyphenName, takeMark, takeQuoted } from './cursor.ts';

export type Path = readonly (string | number)[];

/** Follows the path. `undefined` when a part of it is not there. */
export function follow(data: JsonObject, path: Path): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) {
    value = ownValue(value, key);
    if (value === undefined) return undefined;
  }
  return value;
}

/**
 * Reads a path if one begins here. Parts that are no plain names stand in brackets: `["first name"]`, `[0]`.
 * Formulas pass `takeName`, since there a hyphen is a minus.
 */
export function takePath(cursor: Cursor, takePart = takeHyphenName): Path | undefined {
  const path: (string | number)[] = [];
  const first = takePart(cursor);
  if (first !== undefined) path.push(first);
  for (;;) {
    const part = takeBracket(cursor) ?? (path.length > 0 ? takeDotted(cursor, takePart) : undefined);
    if (part === undefined) return path.length > 0 ? path : undefined;
    path.push(part);
    if (path.length > MOST_PARTS)
      throw new SyntaxFailure(cursor.at, `A path has at most ${MOST_PARTS} parts`);
  }
}

const MOST_PARTS = 32;

/** The path in its one normal form, by which references are compared. */
export function writePath(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!PLAIN_NAME.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

function takeDotted(cursor: Cursor, takePart: typeof takeHyphenName): string | undefined {
  if (!takeMark(cursor, '.')) return undefined;
  const name = takePart(cursor);
  if (name === undefined)
    throw new SyntaxFailure(
      cursor.at,
      'After the dot a name is expected; other keys go in brackets: ["unit price"]',
    );
  return name;
}

function takeBracket(cursor: Cursor): string | number | undefined {
  if (!takeMark(cursor, '[')) return undefined;
  skipSpaces(cursor);
  const index = take(cursor, INDEX);
  const key = index === undefined ? takeQuoted(cursor) : Number(index);
  skipSpaces(cursor);
  if (key === undefined || !takeMark(cursor, ']')) {
    throw new SyntaxFailure(cursor.at, 'Brackets hold a position or a quoted key: [0] or ["unit price"]');
  }
  return key;
}

const INDEX = /\d{1,9}/y;
