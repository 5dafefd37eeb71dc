// Reads a body as JSON the strict way: real UTF-8, bounded depth, and nothing in it that the database cannot hold.
import { ProblemError } from '@bellwire/model/problem.ts';

/** Lists and objects inside one another; whatever walks the value afterwards may then do so by recursion. */
export const deepestJson = 100;

/**
 * Keys called `__proto__` are dropped: no reader of the value can be tricked into setting a prototype by one.
 *
 * @throws ProblemError `bad-json` where it is no JSON or too deep, `bad-input` where a text or number in it
 * cannot be kept.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const value = parse(decode(bytes));
  tidy(value, []);
  return value;
}

/** What PostgreSQL cannot keep as text, in words; undefined for all other text. */
export function textProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'The character U+0000 cannot be kept. Leave it out.';
  if (!text.isWellFormed()) return 'Half of a surrogate pair is no character. Send whole characters.';
  return undefined;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ProblemError('bad-json', {
      says: 'The body is not valid UTF-8. Send JSON encoded as UTF-8.',
      cause,
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProblemError('bad-json', { says: `The body is not valid JSON: ${reason}.`, cause });
  }
}

type Path = (string | number)[];

function tidy(value: unknown, path: Path): void {
  if (typeof value === 'string') refuse(textProblem(value), path);
  if (value === Infinity || value === -Infinity) refuse('The number is too large. Send it as text.', path);
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= deepestJson) {
    throw new ProblemError('bad-json', {
      says: `The body is nested more than ${deepestJson} levels deep. Send a flatter value.`,
    });
  }
  Reflect.deleteProperty(value, '__proto__');
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    if (!isList) refuse(textProblem(key), path);
    path.push(isList ? Number(key) : key);
    tidy(inner, path);
    path.pop();
  }
}

function refuse(says: string | undefined, path: Path): void {
  if (says !== undefined) throw new ProblemError('bad-input', { complaints: [{ path: [...path], says }] });
}
