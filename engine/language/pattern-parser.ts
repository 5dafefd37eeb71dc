// Parses an I-Regexp (RFC 9485) into a small program whose jumps are relative, so that parts can be repeated by copying.
import type { Cursor } from './cursor.ts';
import { SyntaxFailure, take, takeMark } from './cursor.ts';

export type Instruction =
  /** Goes on at the next instruction if the character fits. */
  | { readonly is: 'character'; readonly fits: (character: string) => boolean }
  /** Goes on at each of these distances from here. */
  | { readonly is: 'split'; readonly to: readonly number[] };

type Program = readonly Instruction[];

/** Counted repeats are copied out, and `(a{99}){99}` would be ten thousand: this is where it ends. */
const MOST_INSTRUCTIONS = 1_000;
const MOST_GROUPS = 30;

/** @throws SyntaxFailure */
export function parsePattern(text: string): Program {
  const cursor: Cursor = { text, at: 0 };
  const program = takeBranches(cursor, 0);
  if (cursor.at < text.length)
    throw new SyntaxFailure(cursor.at, `Here ${JSON.stringify(text[cursor.at])} has no meaning`);
  return program;
}

function takeBranches(cursor: Cursor, level: number): Program {
  if (level > MOST_GROUPS)
    throw new SyntaxFailure(cursor.at, `At most ${MOST_GROUPS} groups may stand inside each other`);
  const branches = [takeBranch(cursor, level)];
  while (takeMark(cursor, '|')) branches.push(takeBranch(cursor, level));
  return branches.reduceRight((rest, branch) =>
    limited(cursor, [split(1, branch.length + 2), ...branch, split(rest.length + 1), ...rest]),
  );
}

function takeBranch(cursor: Cursor, level: number): Program {
  let program: Program = [];
  for (;;) {
    const atom = takeAtom(cursor, level);
    if (!atom) return program;
    program = limited(cursor, [...program, ...takeRepeats(cursor, atom)]);
  }
}

function takeAtom(cursor: Cursor, level: number): Program | undefined {
  const start = cursor.at;
  if (takeMark(cursor, '(')) {
    const inner = takeBranches(cursor, level + 1);
    if (!takeMark(cursor, ')')) throw new SyntaxFailure(start, 'The group that begins here has no closing )');
    return inner;
  }
  if (takeMark(cursor, '.'))
    return [{ is: 'character', fits: (character) => character !== '\n' && character !== '\r' }];
  const one = take(cursor, ONE_CHARACTER);
  if (one === undefined) return undefined;
  return [{ is: 'character', fits: oneCharacterTest(one, start) }];
}

/** A class, an escape or a plain character. What RFC 9485 leaves out (`\d`, `(?:`) does not fit and is refused. */
const ONE_CHARACTER =
  /\[(?:\\[pP]\{[A-Za-z]{1,2}\}|\\[()*+\-.?[\\\]^nrt{|}]|[^\\[\]])+\]|\\[pP]\{[A-Za-z]{1,2}\}|\\[()*+\-.?[\\\]^nrt{|}]|[^()*+.?[\\\]{|}]/uy;

/** A test for one code point may be left to the built-in engine: with one character there is nothing to retry. */
function oneCharacterTest(source: string, at: number): (character: string) => boolean {
  if (source.length === 1) return (character) => character === source;
  if (source === '\\-') return (character) => character === '-';
  try {
    const expression = new RegExp(`^${source}$`, 'u');
    return (character) => expression.test(character);
  } catch {
    throw new SyntaxFailure(at, `${source} is no class of characters`);
  }
}

function takeRepeats(cursor: Cursor, atom: Program): Program {
  const start = cursor.at;
  if (takeMark(cursor, '*')) return starred(atom);
  if (takeMark(cursor, '+')) return [...atom, ...starred(atom)];
  if (takeMark(cursor, '?')) return optional(atom);
  const counted = take(cursor, COUNTED);
  if (counted === undefined) return atom;
  const [least = 0, most] = counted.slice(1, -1).split(',').map(Number);
  const open = counted.endsWith(',}');
  const extra = open ? 0 : (most ?? least) - least;
  if (extra < 0)
    throw new SyntaxFailure(start, 'The second number of {n,m} must not be smaller than the first');
  if (atom.length * (least + extra) > MOST_INSTRUCTIONS) throw tooLarge(start);
  let program: Program = open ? starred(atom) : [];
  for (let count = 0; count < extra; count++) program = optional([...atom, ...program]);
  for (let count = 0; count < least; count++) program = [...atom, ...program];
  return program;
}

const COUNTED = /\{\d{1,4}(?:,\d{0,4})?\}/y;

function starred(atom: Program): Program {
  return [split(1, atom.length + 2), ...atom, split(-atom.length - 1)];
}

function optional(atom: Program): Program {
  return [split(1, atom.length + 1), ...atom];
}

function split(...to: number[]): Instruction {
  return { is: 'split', to };
}

function limited(cursor: Cursor, program: Program): Program {
  if (program.length > MOST_INSTRUCTIONS) throw tooLarge(cursor.at);
  return program;
}

function tooLarge(at: number): SyntaxFailure {
  return new SyntaxFailure(
    at,
    `The pattern is too large: with repeats written out it has over ${MOST_INSTRUCTIONS} parts`,
  );
}
