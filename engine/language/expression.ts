// What stands between `{{` and `}}`: a field or literal, a JSONPath into it, and functions applied one after the other.
import type { Json } from '@bellwire/model/json.ts';
import type { Cursor } from './cursor.ts';
import { skipSpaces, PlacedFailure, takeMark, takeName, takeNumber, takeQuoted } from './cursor.ts';
import type { LanguageFunction } from './function.ts';
import { findFunction, unknownFunction, wrongCount } from './functions.ts';
import { compileJsonPath, takeJsonPath } from './json-path.ts';
import { follow, takePath, writePath } from './path.ts';
import type { Turn } from './turn.ts';
import { note, pay } from './turn.ts';

export type Evaluate = (turn: Turn) => Json | undefined;

export type Expression = {
  /** `undefined` when there is no such value. */
  readonly evaluate: Evaluate;
  /** The paths it reads, in normal form. */
  readonly references: readonly string[];
};

const MOST_FUNCTIONS = 20;

/**
 * Reads `path`, `path:$.json.path` or a literal, then any `| function: argument, …`.
 * Ends before the first character that is no part of it. @throws PlacedFailure
 */
export function takeExpression(cursor: Cursor): Expression {
  let expression = takeOperand(cursor);
  for (let count = 0; ; count++) {
    skipSpaces(cursor);
    if (cursor.text[cursor.at] !== '|') return expression;
    if (count === MOST_FUNCTIONS) {
      throw new PlacedFailure(cursor.at, `At most ${MOST_FUNCTIONS} functions can follow each other`);
    }
    cursor.at += 1;
    expression = takeCall(cursor, expression);
  }
}

function takeOperand(cursor: Cursor): Expression {
  skipSpaces(cursor);
  const start = cursor.at;
  const literal = takeLiteral(cursor);
  if (literal !== undefined) return { evaluate: () => literal, references: [] };
  const path = takePath(cursor);
  if (path === undefined) throw new PlacedFailure(start, 'A field name or a "text" is expected here');
  const reference = writePath(path);
  if (path.length === 1 && WORDS.has(reference)) {
    const word = WORDS.get(reference) ?? null;
    return { evaluate: () => word, references: [] };
  }
  const read: Evaluate = ({ scope }) => follow(scope.data, path);
  if (!cursor.text.startsWith(':$', cursor.at)) return { evaluate: read, references: [reference] };
  cursor.at += 1;
  return { evaluate: throughJsonPath(cursor, read), references: [reference] };
}

const WORDS = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function takeLiteral(cursor: Cursor): Json | undefined {
  const quoted = takeQuoted(cursor);
  if (quoted !== undefined) return quoted;
  const start = cursor.at;
  const sign = takeMark(cursor, '-') ? -1 : 1;
  const number = takeNumber(cursor);
  if (number === undefined) cursor.at = start;
  return number === undefined ? undefined : sign * number;
}

function throughJsonPath(cursor: Cursor, read: Evaluate): Evaluate {
  const start = cursor.at;
  const compiled = compileJsonPath(takeJsonPath(cursor));
  if (!compiled.ok) throw new PlacedFailure(start + compiled.problem.at, compiled.problem.says);
  const { jsonPath } = compiled;
  return (turn) => {
    const value = read(turn);
    if (value === undefined) return undefined;
    const found = jsonPath.pick(value, turn);
    if (found.ok) return found.value;
    note(turn, found.says);
    return undefined;
  };
}

function takeCall(cursor: Cursor, input: Expression): Expression {
  skipSpaces(cursor);
  const start = cursor.at;
  const name = takeName(cursor);
  if (name === undefined) throw new PlacedFailure(start, 'After | the name of a function is expected');
  const called = findFunction(name);
  if (!called) throw new PlacedFailure(start, unknownFunction(name));
  const operands = [input, ...takeArguments(cursor)];
  const wrong = wrongCount(called, operands.length);
  if (wrong !== undefined)
    throw new PlacedFailure(start, `${wrong} (the value before | counts as the first)`);
  return { evaluate: applied(called, operands), references: operands.flatMap((each) => each.references) };
}

function takeArguments(cursor: Cursor): Expression[] {
  skipSpaces(cursor);
  if (!takeMark(cursor, ':')) return [];
  const operands = [takeOperand(cursor)];
  for (;;) {
    skipSpaces(cursor);
    if (!takeMark(cursor, ',')) return operands;
    operands.push(takeOperand(cursor));
  }
}

function applied({ call, declaration }: LanguageFunction, operands: readonly Expression[]): Evaluate {
  return (turn) => {
    pay(turn, 1);
    const values: Json[] = [];
    for (const operand of operands) {
      const value = operand.evaluate(turn);
      if (value === undefined && !declaration.expectsMissing) noteMissing(operand, turn);
      values.push(value ?? null);
    }
    const answer = call(values, turn);
    if (answer.ok) return answer.value;
    note(turn, answer.says);
    return null;
  };
}

/** Notes that the field an expression reads has no value. */
export function noteMissing({ references: [reference] }: Expression, turn: Turn): void {
  if (reference !== undefined) note(turn, `"${reference}" has no value`);
}
