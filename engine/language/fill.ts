// Fills a step's settings: every text in them is a template, everything else stays as it is.
import type { Json } from '@bellwire/model/json.ts';
import { isForbiddenKey, MOST_LEVELS } from '@bellwire/model/json.ts';
import { LimitError } from './limit.ts';
import { remember } from './remember.ts';
import type { Scope } from './scope.ts';
import { compileTemplate, references, renderIn } from './template.ts';
import type { Turn } from './turn.ts';
import { note, startTurn } from './turn.ts';

/** Compiled templates by text: a few thousand flows' worth, at most about 10 MB. */
export const compileOnce = remember(2_000, compileTemplate);

/**
 * A copy of `settings` with each text rendered. Keys are never templates. Fill a value once only: what comes
 * out holds data, and data must not be read as template. A text that does not compile stays as it is, with a note.
 *
 * @throws LimitError as `render` does, and when the settings nest too deep.
 */
export function fill(settings: Json, scope: Scope, notes?: string[]): Json {
  return fillIn(settings, startTurn(scope, notes));
}

/** The same as a part of something larger, whose steps are counted together. */
export function fillIn(value: Json, turn: Turn, level = 0): Json {
  if (typeof value === 'string') return fillText(value, turn);
  if (typeof value !== 'object' || value === null) return value;
  if (level === MOST_LEVELS)
    throw new LimitError(`Settings are nested deeper than ${MOST_LEVELS} levels. Flatten them.`);
  if (Array.isArray(value)) return value.map((each) => fillIn(each, turn, level + 1));
  const filled: { [key: string]: Json } = {};
  for (const [key, each] of Object.entries(value)) {
    if (!isForbiddenKey(key)) filled[key] = fillIn(each, turn, level + 1);
  }
  return filled;
}

/** The paths that any text in the settings reads, without repeats. */
export function referencesIn(settings: Json): string[] {
  if (typeof settings === 'string') {
    const compiled = compileOnce(settings);
    return compiled.ok ? references(compiled.template) : [];
  }
  if (typeof settings !== 'object' || settings === null) return [];
  return [...new Set(Object.values(settings).flatMap(referencesIn))];
}

function fillText(text: string, turn: Turn): Json {
  if (!text.includes('{{')) return text;
  const compiled = compileOnce(text);
  if (compiled.ok) return renderIn(compiled.template, turn);
  for (const { says } of compiled.problems) note(turn, says);
  return text;
}
