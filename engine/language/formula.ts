// Formulas: `round(order.total * 1.19, 2)`, compiled once and evaluated within a budget of steps.
import type { Json } from '@bellwire/model/json.ts';
import type { PlacedProblem } from './cursor.ts';
import { PlacedFailure } from './cursor.ts';
import type { Part } from './formula-parser.ts';
import { parseFormula } from './formula-parser.ts';
import { LimitError, MOST_CHARACTERS } from './limit.ts';
import type { Scope } from './scope.ts';
import { startTurn } from './turn.ts';

export type Formula = {
  readonly root: Part;
  /** The paths it reads, in normal form and without repeats. */
  readonly references: readonly string[];
};

export type CompiledFormula = { ok: true; formula: Formula } | { ok: false; problems: PlacedProblem[] };

export type Evaluated = { ok: true; value: Json } | { ok: false; problem: PlacedProblem };

export type EvaluateOptions = {
  /** Steps it may take, 10,000 if not said: one for each part, and more where a function is given long texts or lists. */
  readonly steps?: number;
  /** Gets a sentence for each field without a value. */
  readonly notes?: string[];
};

const LONGEST = 10_000;

/**
 * Compiles a formula: numbers, "texts", true, false, null, pi, e, fields (`order.total`, `{{order.total}}`),
 * `+ - * / % ^`, `= != < <= > >=`, `and or not`, `if(test, a, b)` and the functions of `functions.ts`.
 * Compile the text as it was written, before any template is filled: values come in through the scope.
 *
 * @example compileFormula('if(age >= 18, "adult", "minor")')
 */
export function compileFormula(text: string): CompiledFormula {
  if (text.length > LONGEST) {
    return { ok: false, problems: [{ at: LONGEST, says: `A formula has at most ${LONGEST} characters` }] };
  }
  try {
    const root = parseFormula(text);
    return { ok: true, formula: { root, references: [...new Set(root.references)] } };
  } catch (error) {
    if (!(error instanceof PlacedFailure)) throw error;
    return { ok: false, problems: [{ at: error.at, says: error.message }] };
  }
}

/** The formula's value, or the place and reason why it has none. Fields without a value count as 0 or blank text. */
export function evaluate({ root }: Formula, scope: Scope, options: EvaluateOptions = {}): Evaluated {
  try {
    const value = root.run(startTurn(scope, options.notes, options.steps));
    if (typeof value !== 'string' || value.length <= MOST_CHARACTERS) return { ok: true, value };
    return { ok: false, problem: { at: 0, says: `The result is longer than ${MOST_CHARACTERS} characters` } };
  } catch (error) {
    if (error instanceof PlacedFailure) return { ok: false, problem: { at: error.at, says: error.message } };
    if (error instanceof LimitError) return { ok: false, problem: { at: 0, says: error.message } };
    throw error;
  }
}
