// Moves a run on inside an arrival's work, and gathers what its steps wanted.
import { advance, type RunEvent } from '@bellwire/engine/advance.ts';
import type { FlowRef, Frame, Run } from '@bellwire/model/run.ts';
import { takeEffect } from './effects/effects.ts';
import type { Work } from './work.ts';

/** A run that has not begun: `walkRun(work, newRun(…), { is: 'start' })` takes its first steps. */
export function newRun(
  work: Work,
  {
    seed,
    frame,
    botId,
    eventId = null,
    subscriptionId = null,
    hops,
  }: {
    seed: string;
    frame: Frame;
    botId: string | null;
    eventId?: string | null;
    subscriptionId?: string | null;
    hops: number;
  },
): Run {
  return {
    id: work.world.ids.uuid(seed),
    workspaceId: work.row.workspaceId,
    botId,
    contactId: work.contact?.id ?? null,
    eventId,
    subscriptionId,
    hops,
    frames: [frame],
    status: 'waiting',
    waiting: null,
    turn: 0,
    steps: 0,
    startedAt: work.now,
    endedAt: null,
    history: [],
  };
}

/** The first frame of a bot's flow, at its start or at a step of it. */
export function botFrame(
  work: Work,
  flow: Extract<FlowRef, { is: 'bot' }>,
  values: Frame['values'],
  at?: string | null,
): Frame {
  return {
    flow,
    at: at === undefined ? (work.definitions.graph(flow)?.start ?? null) : at,
    values,
    action: null,
  };
}

/** @returns false when the event was meant for an earlier turn of the run, which has gone on since: nothing is done then. */
export function walkRun(work: Work, run: Run, event: RunEvent): boolean {
  const before = work.contact;
  const advanced = advance(run, work.contact, event, work.world);
  if (!advanced.moved) return false;
  work.contact = advanced.contact;
  work.contactChanged ||= before !== advanced.contact;
  work.runs.set(run.id, advanced.run);
  work.changedRuns.add(run.id);
  if (event.is === 'resume') work.resumedRuns.push(run.id);
  for (const effect of advanced.effects) takeEffect(work, advanced.run, effect);
  const call = advanced.call ?? advanced.script;
  if (call !== null) work.call = { run: advanced.run, call };
  const { waiting } = advanced.run;
  if (waiting !== null && 'until' in waiting) {
    work.timers.push({ runId: run.id, turn: advanced.run.turn, dueAt: waiting.until });
  }
  return true;
}
