// Regular expressions of people we do not know (I-Regexp, RFC 9485), run in linear time: no pattern can hang the thread.
import type { SyntaxProblem } from './cursor.ts';
import { SyntaxFailure } from './cursor.ts';
import type { Instruction } from './pattern-parser.ts';
import { parsePattern } from './pattern-parser.ts';
import { remember } from './remember.ts';

export type Pattern = {
  /** Instructions in the program: a test costs at most the text's length times this. */
  readonly size: number;
  /** Whether the whole text, or any part of it, fits the pattern. */
  readonly test: (text: string, where: 'whole' | 'anywhere') => boolean;
};

export type CompiledPattern = { ok: true; pattern: Pattern } | { ok: false; problem: SyntaxProblem };

/**
 * Compiles a pattern: `.`, `[a-z]`, `\p{L}`, `( )`, `|`, `* + ? {2,5}`. Not in it, by the standard: anchors,
 * back references, look-around, and `\d \w \s` (write `[0-9]`). The newest 500 are remembered.
 *
 * @example compilePattern('[A-Z]{2}[0-9]+')
 */
export const compilePattern: (text: string) => CompiledPattern = remember(500, (text) => {
  try {
    const program = parsePattern(text);
    const size = program.length;
    return { ok: true, pattern: { size, test: (subject, where) => simulate(program, subject, where) } };
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    return { ok: false, problem: { at: error.at, says: error.message } };
  }
});

/** Thompson's simulation: all ways through the pattern are walked at once, each instruction at most once a character. */
function simulate(program: readonly Instruction[], text: string, where: 'whole' | 'anywhere'): boolean {
  let current = enter(program, new Set(), 0);
  for (const character of text) {
    if (where === 'anywhere' && current.has(program.length)) return true;
    const next = new Set<number>();
    for (const at of current) {
      const instruction = program[at];
      if (instruction?.is === 'character' && instruction.fits(character)) enter(program, next, at + 1);
    }
    current = where === 'anywhere' ? enter(program, next, 0) : next;
    if (current.size === 0) return false;
  }
  return current.has(program.length);
}

/** Adds `start` and all it leads to without a character. The end of the program is its length. */
function enter(program: readonly Instruction[], reached: Set<number>, start: number): Set<number> {
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const instruction = program[at];
    if (instruction?.is === 'split') open.push(...instruction.to.map((by) => at + by));
  }
  return reached;
}
