// Reads names, numbers and quoted text from a position in a source: the ground of all our small parsers.

/** Where a parser is. Parsers move `at`; nothing else changes. */
export type Cursor = { readonly text: string; at: number };

/** Something wrong in a source, `at` characters from its start. */
export type SyntaxProblem = { at: number; says: string };

/** Thrown inside a parser only; every `compile…` catches it and answers with a `SyntaxProblem`. */
export class SyntaxFailure extends Error {
  readonly at: number;
  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

/** The next characters that match the sticky `pattern`, taken; or `undefined`, and the cursor stays. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found === undefined) return undefined;
  cursor.at += found.length;
  return found;
}

/** Takes exactly `mark` if it is next. */
export function takeMark(cursor: Cursor, mark: string): boolean {
  if (!cursor.text.startsWith(mark, cursor.at)) return false;
  cursor.at += mark.length;
  return true;
}

export function skipSpaces(cursor: Cursor): void {
  take(cursor, SPACES);
}

const SPACES = /\s*/y;

/** A field or function name: letters, digits and underscores of any script, not beginning with a digit. */
export function takeName(cursor: Cursor): string | undefined {
  return take(cursor, NAME);
}

const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;

/** A name that may have hyphens, as the names of fields and apps may. */
export function takeHyphenName(cursor: Cursor): string | undefined {
  return take(cursor, HYPHEN_NAME);
}

const HYPHEN_NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;

/** An unsigned decimal number. */
export function takeNumber(cursor: Cursor): number | undefined {
  const found = take(cursor, NUMBER);
  return found === undefined ? undefined : Number(found);
}

const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?/y;

/** Text in single or double quotes. `\n`, `\t` and `\uXXXX` as in JSON; a backslash before anything else is that thing. */
export function takeQuoted(cursor: Cursor): string | undefined {
  const start = cursor.at;
  const mark = cursor.text[start];
  if (mark !== '"' && mark !== "'") return undefined;
  const body = take(cursor, mark === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED);
  if (body === undefined) throw new SyntaxFailure(start, `The text that begins here has no closing ${mark}`);
  return body.slice(1, -1).replace(ESCAPE, (_, code: string) => unescape(code));
}

const DOUBLE_QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SINGLE_QUOTED = /'[^'\\]*(?:\\[^][^'\\]*)*'/y;
const ESCAPE = /\\(u[0-9a-fA-F]{4}|[^])/g;

function unescape(code: string): string {
  if (code === 'n') return '\n';
  if (code === 't') return '\t';
  return code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code;
}
