// Tells what an arrival that was asked for by a person came to; an arrival that is kept for later has not come to anything yet.
import { reasonOf } from '@bellwire/engine/gates/gates.ts';
import type { Decision } from '@bellwire/model/decision.ts';
import type { RerunEnd, RerunRef } from './rerun-ref.ts';
import type { Work } from './work.ts';

/** Why there was nothing to do, or nothing could be done. */
export function stopRerun(work: Work, ref: RerunRef | undefined, says: string): void {
  endRerun(work, ref, { state: 'stopped', says });
}

/** An event has met a subscription. */
export function decideRerun(work: Work, ref: RerunRef | undefined, decision: Decision | undefined): void {
  if (decision?.result === 'ran') endRerun(work, ref, { state: 'done', newRunId: decision.runId });
  else endRerun(work, ref, { state: 'stopped', says: decision === undefined ? null : reasonOf(decision) });
}

export function endRerun(
  work: Work,
  ref: RerunRef | undefined,
  end: Pick<RerunEnd, 'state'> & Partial<RerunEnd>,
): void {
  if (ref === undefined || work.keep !== null) return;
  work.reruns.push({ says: null, newRunId: null, skipped: 0, ...end, ref });
}
