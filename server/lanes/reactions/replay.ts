// A run that is over is walked again, for its contact as it is now: what it had done is taken from its ledger.
import { replayOf } from '@bellwire/engine/replay.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Frame, Run } from '@bellwire/model/run.ts';
import type { ReplayArrival } from '../arrival.ts';
import { endRerun, stopRerun } from '../end-rerun.ts';
import { botFrame, newRun, walkRun } from '../walk-run.ts';
import type { PastRun, Work } from '../work.ts';
import { triggerData } from './listen.ts';
import type { Reaction } from './reaction.ts';

export const replay: Reaction<'replay'> = {
  react: (work, arrival) => {
    const past = work.pastRun;
    const stopped = past === null ? 'The run is no longer there.' : whatStops(work, past);
    const frame = past === null ? null : firstFrame(work, past, arrival);
    if (past === null || stopped !== null || frame === null)
      return stopRerun(work, arrival.rerun, stopped ?? 'The flow has no such version any more.');
    const run = newRun(work, {
      seed: `run:${arrival.rerun.id}:${arrival.rerun.place}`,
      frame,
      botId: past.botId,
      eventId: past.eventId,
      subscriptionId: past.subscriptionId,
      hops: past.hops,
    });
    walkRun(work, { ...run, replay: replayOf(past, work.world.stepTypes, arrival) }, { is: 'start' });
    end(work, arrival, work.runs.get(run.id));
  },
};

/** The person who asks has decided that it shall run: neither filter nor switch is asked again, only what makes it impossible. */
function whatStops(work: Work, { status, flowId, subscriptionId }: PastRun): string | null {
  if (work.contact === null) return 'The contact has been removed.';
  if (status === 'waiting') return 'The run is still under way.';
  if (flowId === null)
    return 'The run began in a flow of an app: its values are not kept. Replay what it fired.';
  const { pausedUntil } = work.contact;
  if (pausedUntil !== null && pausedUntil > work.now)
    return 'The bot is paused for the contact. Resume it, then replay the run.';
  const listener = subscriptionId === null ? undefined : work.definitions.subscription(subscriptionId);
  return listener?.installed === false
    ? `${listener.appLabel} has been uninstalled. Install it again, and point the subscription to it.`
    : null;
}

function firstFrame(work: Work, past: PastRun, { version: wanted }: ReplayArrival): Frame | null {
  const { flowId, flowVersion, event, history } = past;
  if (flowId === null) return null;
  const published = work.definitions.flows.get(flowId)?.publishedVersion ?? null;
  const version = wanted === 'then' ? flowVersion : published;
  const flow = version === null ? null : ({ is: 'bot', flowId, version } as const);
  const graph = flow === null ? undefined : work.definitions.graph(flow);
  if (flow === null || graph === undefined) return null;
  const values: JsonObject = event === null ? {} : triggerData(event.fire, event.row.acceptedAt);
  // A button may have begun it in the middle of its flow.
  const began = event === null ? history[0]?.step : undefined;
  const at = graph.steps.some(({ id }) => id === began) ? began : undefined;
  return botFrame(work, flow, values, at);
}

function end(work: Work, { rerun }: ReplayArrival, run: Run | undefined): void {
  const skipped = run?.history.filter((record) => record.skipped === true).length ?? 0;
  const hasFailed = run?.status === 'failed';
  endRerun(work, rerun, {
    state: hasFailed ? 'stopped' : 'done',
    says: hasFailed ? `It failed again. ${run.history.at(-1)?.says ?? ''}`.trim() : null,
    newRunId: run?.id ?? null,
    skipped,
  });
}
