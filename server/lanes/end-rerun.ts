// Tells what an arrival that was asked for by a person came to; an arrival that is kept for later has not come to anything yet.
import { reasonOf } from '@bellwire/engine/gates/gates.ts';
import type { Decision } from '@bellwire/model/decision.ts';
import type { RerunRef } from './rerun-ref.ts';
import type { Work } from './work.ts';

interface CameTo {
  readonly decision?: Decision | undefined;
  /** Why there was nothing to do. */
  readonly says?: string;
}

export function endRerun(work: Work, ref: RerunRef | undefined, { decision, says }: CameTo): void {
  if (ref === undefined || work.keep !== null) return;
  const hasRun = decision?.result === 'ran';
  work.reruns.push({
    ref,
    state: hasRun ? 'done' : 'stopped',
    says: hasRun ? null : (says ?? (decision === undefined ? null : reasonOf(decision))),
    newRunId: decision?.runId ?? null,
    skipped: 0,
  });
}
