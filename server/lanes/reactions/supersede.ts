// A newer event of the same thing ends the waiting run that an older one had started by the same subscription.
import type { Run } from '@bellwire/model/run.ts';
import type { FireArrival } from '../arrival.ts';
import { markedEvent } from '../marked-event.ts';
import type { Work } from '../work.ts';
import { keepEntity } from './keep-entity.ts';

/** To be called before the new run starts: its first message is not to stand before the end of the old one. */
export function supersede(
  work: Work,
  subscriptionId: string,
  runId: string,
  { eventId, fire }: { readonly eventId: string; readonly fire: FireArrival },
): void {
  const { entity } = work;
  const marked =
    entity === null || fire.onlySubscriptionId !== null ? null : markedEvent(work.definitions, fire);
  if (entity === null || marked?.entity.rule !== 'supersede') return;
  const before = work.runs.get(entity.runs[subscriptionId] ?? '');
  if (before?.status === 'waiting') {
    endRun(
      work,
      before,
      `Ended by event ${eventId}, a newer one of ${marked.entity.name} "${marked.mark.key}".`,
    );
  }
  keepEntity(work, { ...entity, runs: { ...entity.runs, [subscriptionId]: runId } });
}

function endRun(work: Work, run: Run, says: string): void {
  const record = { step: '', type: '', depth: run.frames.length - 1, at: work.now, is: 'superseded', says };
  work.runs.set(run.id, {
    ...run,
    frames: run.frames.slice(0, 1),
    status: 'superseded',
    waiting: null,
    endedAt: work.now,
    history: [...run.history, record],
  });
  work.changedRuns.add(run.id);
  work.resumedRuns.push(run.id);
  // What it asked the contact is no longer a question.
  if (work.contact?.askingRunId !== run.id) return;
  work.contact = { ...work.contact, askingRunId: null };
  work.contactChanged = true;
}
