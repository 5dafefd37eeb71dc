// Parses formulas (Pratt's way: each operator says how tightly it binds) into closures that pay for each step they take.
import type { Json } from '@bellwire/model/json.ts';
import type { Cursor } from './cursor.ts';
import { skipSpaces, PlacedFailure, take, takeMark, takeName, takeNumber, takeQuoted } from './cursor.ts';
import type { Expression } from './expression.ts';
import { noteMissing, takeExpression } from './expression.ts';
import type { FormulaOperator } from './formula-operators.ts';
import { BINDS, formulaOperators } from './formula-operators.ts';
import type { LanguageFunction } from './function.ts';
import { findFunction, unknownFunction, wrongCount } from './functions.ts';
import { follow, takePath, writePath } from './path.ts';
import type { Turn } from './turn.ts';
import { pay } from './turn.ts';
import { toBoolean } from './value.ts';

/** A part of a formula. `run` throws `PlacedFailure`, which `evaluate` turns into a value. */
export type Part = {
  /** How many parts stand inside each other: evaluating needs that much of the stack. */
  readonly depth: number;
  readonly references: readonly string[];
  readonly run: (turn: Turn) => Json;
};

const MOST_DEPTH = 400;
const MOST_NESTING = 60;

/** @throws PlacedFailure */
export function parseFormula(text: string): Part {
  const cursor: Cursor = { text, at: 0 };
  const part = takePart(cursor, 0, 0);
  skipSpaces(cursor);
  if (cursor.at === text.length) return part;
  throw new PlacedFailure(
    cursor.at,
    `Here an operator is expected, but there is ${JSON.stringify(text[cursor.at])}`,
  );
}

function takePart(cursor: Cursor, least: number, nesting: number): Part {
  if (nesting > MOST_NESTING) throw tooDeep(cursor.at);
  let left = takePrefix(cursor, nesting);
  for (;;) {
    skipSpaces(cursor);
    const at = cursor.at;
    const word = takeLogical(cursor, least);
    if (word) {
      left = logical(at, word, left, takePart(cursor, BINDS[word] + 1, nesting + 1));
      continue;
    }
    const operator = takeOperator(cursor, least);
    if (!operator) return left;
    left = operation(
      at,
      operator,
      left,
      takePart(cursor, operator.binds + (operator.toTheRight ? 0 : 1), nesting + 1),
    );
  }
}

function takeLogical(cursor: Cursor, least: number): 'and' | 'or' | undefined {
  for (const [word, pattern] of LOGICAL) {
    if (BINDS[word] >= least && take(cursor, pattern) !== undefined) return word;
  }
  return undefined;
}

const LOGICAL = [
  ['and', /and(?![\p{L}\p{N}_])|&&/iuy],
  ['or', /or(?![\p{L}\p{N}_])|\|\|/iuy],
] as const;

function takeOperator(cursor: Cursor, least: number): FormulaOperator | undefined {
  const found = formulaOperators.find(([sign]) => cursor.text.startsWith(sign, cursor.at));
  if (!found || found[1].binds < least) return undefined;
  cursor.at += found[0].length;
  return found[1];
}

function takePrefix(cursor: Cursor, nesting: number): Part {
  skipSpaces(cursor);
  const at = cursor.at;
  if (take(cursor, NOT) !== undefined) {
    const inner = takePart(cursor, BINDS.not, nesting + 1);
    return part(at, [inner], (turn) => !toBoolean(inner.run(turn)));
  }
  if (takeMark(cursor, '-')) {
    const minus = formulaOperators.find(([sign]) => sign === '-')?.[1];
    const inner = takePart(cursor, BINDS.sign, nesting + 1);
    return minus ? operation(at, minus, constant(at, 0), inner) : inner;
  }
  if (takeMark(cursor, '(')) {
    const inner = takePart(cursor, 0, nesting + 1);
    closeBracket(cursor, at);
    return inner;
  }
  return takeValue(cursor, nesting);
}

const NOT = /not(?![\p{L}\p{N}_])|!(?!=)/iuy;

function takeValue(cursor: Cursor, nesting: number): Part {
  const at = cursor.at;
  const literal = takeNumber(cursor) ?? takeQuoted(cursor);
  if (literal !== undefined) return constant(at, literal);
  if (takeMark(cursor, '{{')) return takeInserted(cursor, at);
  const call = takeCall(cursor, nesting);
  if (call) return call;
  const path = takePath(cursor, takeName);
  if (path === undefined)
    throw new PlacedFailure(at, 'A number, a "text", a field or a function is expected here');
  const reference = writePath(path);
  const word = path.length === 1 ? WORDS.get(reference.toLowerCase()) : undefined;
  if (word !== undefined) return constant(at, word);
  const read = ({ scope }: Turn): Json | undefined => follow(scope.data, path);
  return reading(at, { evaluate: read, references: [reference] });
}

const WORDS = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['pi', Math.PI],
  ['e', Math.E],
]);

/** `{{…}}` works in formulas as everywhere; its value is inserted as a value, never as text of the formula. */
function takeInserted(cursor: Cursor, at: number): Part {
  const expression = takeExpression(cursor);
  skipSpaces(cursor);
  if (!takeMark(cursor, '}}')) throw new PlacedFailure(at, 'The {{ that begins here has no closing }}');
  return reading(at, expression);
}

function takeCall(cursor: Cursor, nesting: number): Part | undefined {
  const at = cursor.at;
  const name = takeName(cursor);
  skipSpaces(cursor);
  if (name === undefined || !takeMark(cursor, '(')) {
    cursor.at = at;
    return undefined;
  }
  const values: Part[] = [];
  skipSpaces(cursor);
  if (!takeMark(cursor, ')')) {
    do values.push(takePart(cursor, 0, nesting + 1));
    while ((skipSpaces(cursor), takeMark(cursor, ',')));
    closeBracket(cursor, at);
  }
  if (name.toLowerCase() === 'if') return choice(at, values);
  const called = findFunction(name.toLowerCase());
  if (!called) throw new PlacedFailure(at, unknownFunction(name));
  const wrong = wrongCount(called, values.length);
  if (wrong !== undefined) throw new PlacedFailure(at, wrong);
  return application(at, called, values);
}

function closeBracket(cursor: Cursor, opened: number): void {
  skipSpaces(cursor);
  if (!takeMark(cursor, ')'))
    throw new PlacedFailure(cursor.at, `Here ) is expected, for the ( of position ${opened}`);
}

/** Every part pays one step before it runs. */
function part(at: number, inner: readonly Part[], run: (turn: Turn) => Json): Part {
  const depth = 1 + Math.max(0, ...inner.map((each) => each.depth));
  if (depth > MOST_DEPTH) throw tooDeep(at);
  return {
    depth,
    references: inner.flatMap((each) => each.references),
    run(turn) {
      pay(turn, 1);
      return run(turn);
    },
  };
}

function constant(at: number, value: Json): Part {
  return part(at, [], () => value);
}

function reading(at: number, expression: Expression): Part {
  const { evaluate, references } = expression;
  const read = part(at, [], (turn) => {
    const value = evaluate(turn);
    if (value === undefined) noteMissing(expression, turn);
    return value ?? null;
  });
  return { ...read, references };
}

function operation(at: number, operator: FormulaOperator, left: Part, right: Part): Part {
  return part(at, [left, right], (turn) => {
    const operated = operator.run(left.run(turn), right.run(turn));
    if (!operated.ok) throw new PlacedFailure(at, operated.says);
    return operated.value;
  });
}

function logical(at: number, word: 'and' | 'or', left: Part, right: Part): Part {
  const settles = word === 'or';
  return part(at, [left, right], (turn) =>
    toBoolean(left.run(turn)) === settles ? settles : toBoolean(right.run(turn)),
  );
}

function choice(at: number, [test, then, otherwise, ...more]: readonly Part[]): Part {
  if (!test || !then || more.length > 0)
    throw new PlacedFailure(at, 'if takes (test, value if true, value if false)');
  const inner = otherwise ? [test, then, otherwise] : [test, then];
  return part(at, inner, (turn) =>
    toBoolean(test.run(turn)) ? then.run(turn) : (otherwise?.run(turn) ?? null),
  );
}

function application(at: number, { call }: LanguageFunction, operands: readonly Part[]): Part {
  return part(at, operands, (turn) => {
    const answer = call(
      operands.map((each) => each.run(turn)),
      turn,
    );
    if (!answer.ok) throw new PlacedFailure(at, answer.says);
    return answer.value;
  });
}

function tooDeep(at: number): PlacedFailure {
  return new PlacedFailure(at, 'Too much stands inside each other here; split the formula into several');
}
