// One evaluation under way: what it sees, what it notes, and how many steps it may still take.
import type { Json } from '@bellwire/model/json.ts';
import { LimitError } from './limit.ts';
import type { Scope } from './scope.ts';

/**
 * Steps of one template, formula, condition or filling of settings. The slowest found (making slugs of the largest
 * texts, ten thousand of them in one template) ends after about half a second; honest ones take some hundred steps.
 */
const MOST_STEPS = 10_000;

export type Turn = {
  readonly scope: Scope;
  /** Collects what the run's history should say: fields without a value, functions that refused. */
  readonly notes: string[] | undefined;
  stepsLeft: number;
};

export function startTurn(scope: Scope, notes?: string[], steps = MOST_STEPS): Turn {
  return { scope, notes, stepsLeft: steps };
}

/** @throws LimitError when the steps are used up. */
export function pay(turn: Turn, steps: number): void {
  turn.stepsLeft -= steps;
  if (turn.stepsLeft < 0) throw new LimitError('This takes too many steps. Split it, or work on less data.');
}

/** A history of a run is read by people: after so many notes the rest is left out. */
const MOST_NOTES = 50;

export function note({ notes }: Turn, says: string): void {
  if (notes && notes.length < MOST_NOTES) notes.push(says);
}

/** What looking at the whole value costs, so that large data cannot be had for the price of one step. */
export function costOf(value: Json): number {
  if (typeof value === 'string') return Math.floor(value.length / 1_000);
  if (typeof value !== 'object' || value === null) return 0;
  return Array.isArray(value) ? Math.floor(value.length / 100) : 10;
}
