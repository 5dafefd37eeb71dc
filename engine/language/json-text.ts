// JSON written by hand with places in it, `{"amount": {{app.amount}}}`: filled so that no value can break out of its place.
import type { Json } from '@bellwire/model/json.ts';
import { parseJson } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import type { Cursor } from './cursor.ts';
import { PlacedFailure, skipSpaces, takeMark } from './cursor.ts';
import type { Expression } from './expression.ts';
import { noteMissing, takeExpression } from './expression.ts';
import { LimitError, MOST_CHARACTERS } from './limit.ts';
import { remember } from './remember.ts';
import type { Scope } from './scope.ts';
import { startTurn } from './turn.ts';

/**
 * The text with its places filled: a bare place becomes the value as JSON, whatever its type, and a place inside quotes
 * becomes escaped text. Valid JSON stays valid, whoever wrote the values.
 *
 * @throws LimitError when the text would grow past `MOST_CHARACTERS`.
 * @example fillJsonText('{"name": "{{user.name}}", "age": {{user.age}}}', scope)
 */
export function fillJsonText(text: string, scope: Scope, notes?: string[]): string {
  const turn = startTurn(scope, notes);
  return write(partsOf(text), (expression) => {
    const value = expression.evaluate(turn);
    if (value === undefined) noteMissing(expression, turn);
    return value ?? null;
  });
}

/** What keeps the text from being JSON once its places are filled, as the middle of a sentence; told when it is saved. */
export function jsonTextProblem(text: string): string | undefined {
  const parsed = parseJson(write(partsOf(text), () => null));
  return parsed.ok ? undefined : parsed.says;
}

interface Place {
  readonly expression: Expression;
  readonly quoted: boolean;
}

type Part = string | Place;

function write(parts: readonly Part[], valueOf: (expression: Expression) => Json): string {
  let text = '';
  for (const part of parts) {
    text += typeof part === 'string' ? part : written(part, valueOf(part.expression));
    if (text.length > MOST_CHARACTERS) {
      throw new LimitError(
        `The filled-in JSON is longer than ${MOST_CHARACTERS} characters. Send only what is needed.`,
      );
    }
  }
  return text;
}

function written({ quoted }: Place, value: Json): string {
  const text = asText(value);
  if (quoted) return JSON.stringify(text).slice(1, -1);
  return typeof value === 'string' ? JSON.stringify(text) : text === '' ? 'null' : text;
}

const partsOf = remember(500, readParts);

/** Goes through the text once: quotes that stand inside a place belong to the place. */
function readParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (quoted && text[at] === '\\') at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (text.startsWith('{{', at)) {
      const place = takePlace(text, at, quoted);
      if (place === undefined) continue;
      parts.push(text.slice(done, at), { expression: place.expression, quoted });
      done = place.end;
      at = done - 1;
    }
  }
  return [...parts, text.slice(done)];
}

/** A place inside quotes may have its own quotes escaped, as JSON wants it, or bare, as people write it. */
function takePlace(
  text: string,
  at: number,
  quoted: boolean,
): { expression: Expression; end: number } | undefined {
  const bare = readPlace({ text, at: at + 2 });
  if (bare !== undefined || !quoted) return bare;
  const end = text.indexOf('}}', at);
  const inside = end === -1 ? undefined : parseJson(`"${text.slice(at + 2, end + 2)}"`);
  const read =
    inside?.ok === true && typeof inside.value === 'string'
      ? readPlace({ text: inside.value, at: 0 })
      : undefined;
  return read === undefined ? undefined : { expression: read.expression, end: end + 2 };
}

/** What is no place stays as it is written, and makes the JSON wrong: the words for that name its line. */
function readPlace(cursor: Cursor): { expression: Expression; end: number } | undefined {
  try {
    const expression = takeExpression(cursor);
    skipSpaces(cursor);
    return takeMark(cursor, '}}') ? { expression, end: cursor.at } : undefined;
  } catch (error) {
    if (error instanceof PlacedFailure) return undefined;
    throw error;
  }
}
