// The answer to "why did it fire, or why not?" in a sentence or two: what the story of an event begins with.
import type { DecisionResult } from '@bellwire/model/decision.ts';
import type { EventState } from '@bellwire/model/event.ts';
import type { RunStatus } from '@bellwire/model/run.ts';

/** One subscription's part in it. */
export interface AnsweredDecision {
  readonly flowName: string;
  readonly result: DecisionResult;
  /** The words of the gate that said no; null where none did. */
  readonly why: string | null;
  /** Null where its flow did not start. */
  readonly run: { readonly status: RunStatus; readonly says: string | null } | null;
}

interface Answered {
  readonly state: EventState;
  readonly reason: string | null;
  readonly decisions: readonly AnsweredDecision[];
}

/**
 * @example
 * eventAnswer({ state: 'filtered', reason: null, decisions: [{ flowName: 'Thanks', result: 'filtered', why: 'amount was 5, but …', run: null }] })
 * // 'No flow ran. “Thanks” did not let it in: amount was 5, but …'
 */
export function eventAnswer({ state, reason, decisions }: Answered): string {
  if (state === 'waiting')
    return 'It has been taken in and waits for its turn: what happened to the contact before it comes first.';
  if (state === 'refused') return `It was refused, and nothing ran. ${reason ?? ''}`.trim();
  if (decisions.length === 0) return `No flow ran. ${reason ?? ''}`.trim();
  const told = decisions.map(sayDecision);
  return decisions.some(({ result }) => result === 'ran') ? told.join(' ') : `No flow ran. ${told.join(' ')}`;
}

function sayDecision({ flowName, result, why, run }: AnsweredDecision): string {
  const name = `“${flowName}”`;
  if (result === 'ran') return `${name} ${run === null ? 'ran.' : sayRun(run)}`;
  const stopped = `${name} ${stoppedWords[result]}`;
  return why === null || why === '' ? `${stopped}.` : `${stopped}: ${why}`;
}

const stoppedWords: Readonly<Record<Exclude<DecisionResult, 'ran'>, string>> = {
  off: 'was not asked',
  filtered: 'did not let it in',
  parked: 'is parked',
};

function sayRun({ status, says }: NonNullable<AnsweredDecision['run']>): string {
  const more = says === null ? '' : ` ${says}`;
  if (status === 'failed') return `ran and failed.${more}`;
  return status === 'waiting' ? `is under way.${more}` : 'ran to its end.';
}
