// Templates: text with `{{field | function}}` in it, compiled once, filled in without ever reading a value as template.
import type { Json } from '@bellwire/model/json.ts';
import { asText } from './as-text.ts';
import type { Cursor, PlacedProblem } from './cursor.ts';
import { skipSpaces, PlacedFailure, takeMark } from './cursor.ts';
import type { Expression } from './expression.ts';
import { noteMissing, takeExpression } from './expression.ts';
import { LimitError, MOST_CHARACTERS } from './limit.ts';
import type { Scope } from './scope.ts';
import type { Turn } from './turn.ts';
import { startTurn } from './turn.ts';

export type Template = {
  readonly text: string;
  readonly parts: readonly (string | Expression)[];
};

export type CompiledTemplate = { ok: true; template: Template } | { ok: false; problems: PlacedProblem[] };

/**
 * Compiles a template: `{{path}}`, `{{path:$.json.path}}`, `{{path | function: "argument"}}`. `\{{` is a plain `{{`.
 * All problems are told at once, each with its place in the text.
 *
 * @example compileTemplate('Hi {{contact.name | default: "you"}}')
 */
export function compileTemplate(text: string): CompiledTemplate {
  if (text.length > MOST_CHARACTERS) {
    return { ok: false, problems: [{ at: 0, says: `A template has at most ${MOST_CHARACTERS} characters` }] };
  }
  const parts: (string | Expression)[] = [];
  const problems: PlacedProblem[] = [];
  const cursor: Cursor = { text, at: 0 };
  let plain = '';
  for (let opening = nextOpening(text, 0); opening; opening = nextOpening(text, cursor.at)) {
    plain += text.slice(cursor.at, opening.at) + '\\'.repeat(opening.backslashes >> 1);
    cursor.at = opening.at + opening.backslashes + 2;
    if (opening.backslashes % 2 === 1) {
      plain += '{{';
      continue;
    }
    if (plain !== '') parts.push(plain);
    plain = '';
    const placeholder = takePlaceholder(cursor, problems);
    if (placeholder) parts.push(placeholder);
  }
  plain += text.slice(cursor.at);
  if (plain !== '') parts.push(plain);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, template: { text, parts } };
}

/**
 * The template with its values put in. A template that is one placeholder and nothing else keeps the value's type;
 * any other is text: lists and objects as compact JSON, null and unknown fields as nothing.
 *
 * @param notes gets a sentence for each field without a value and each function that refused.
 * @throws LimitError when the text would grow past `MOST_CHARACTERS`, or filling it in takes too many steps.
 */
export function render(template: Template, scope: Scope, notes?: string[]): Json {
  return renderIn(template, startTurn(scope, notes));
}

/** The same as a part of something larger, whose steps are counted together. */
export function renderIn({ parts }: Template, turn: Turn): Json {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) {
    return typeof first === 'string' ? first : valueOf(first, turn);
  }
  let text = '';
  for (const part of parts) {
    text += typeof part === 'string' ? part : asText(valueOf(part, turn));
    if (text.length > MOST_CHARACTERS) {
      throw new LimitError(
        `The filled-in text is longer than ${MOST_CHARACTERS} characters. Insert only the part that is needed.`,
      );
    }
  }
  return text;
}

/** The paths a template reads, in normal form and without repeats. */
export function references({ parts }: Template): string[] {
  return [...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : part.references)))];
}

/** Text that, as a template, gives exactly `text` back. */
export function escapeTemplate(text: string): string {
  let escaped = '';
  let done = 0;
  for (let opening = nextOpening(text, 0); opening; opening = nextOpening(text, done)) {
    const end = opening.at + opening.backslashes + 2;
    escaped += `${text.slice(done, opening.at)}${'\\'.repeat(opening.backslashes * 2 + 1)}{{`;
    done = end;
  }
  return escaped + text.slice(done);
}

/**
 * The next `{{` and the backslashes directly before it. These count in pairs, so that a backslash can stand before
 * a placeholder. Counted by hand: the regular expression for it takes quadratic time on a text of backslashes.
 */
function nextOpening(text: string, from: number): { at: number; backslashes: number } | undefined {
  const braces = text.indexOf('{{', from);
  if (braces === -1) return undefined;
  let at = braces;
  while (at > from && text[at - 1] === '\\') at -= 1;
  return { at, backslashes: braces - at };
}

function valueOf(expression: Expression, turn: Turn): Json {
  const value = expression.evaluate(turn);
  if (value === undefined) noteMissing(expression, turn);
  return value ?? null;
}

/** Reads up to and with `}}`. On a problem it is noted, and reading goes on after the next `}}`. */
function takePlaceholder(cursor: Cursor, problems: PlacedProblem[]): Expression | undefined {
  const start = cursor.at - 2;
  try {
    const expression = takeExpression(cursor);
    skipSpaces(cursor);
    if (takeMark(cursor, '}}')) return expression;
    throw cursor.at === cursor.text.length
      ? new PlacedFailure(start, 'The {{ that begins here has no closing }}; write \\{{ for two plain braces')
      : new PlacedFailure(
          cursor.at,
          `Here }} or | is expected, but there is ${JSON.stringify(cursor.text[cursor.at])}`,
        );
  } catch (error) {
    if (!(error instanceof PlacedFailure)) throw error;
    problems.push({ at: error.at, says: error.message });
    const end = cursor.text.indexOf('}}', cursor.at);
    cursor.at = end === -1 ? cursor.text.length : end + 2;
    return undefined;
  }
}
