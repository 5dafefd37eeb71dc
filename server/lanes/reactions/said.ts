// The contact said something: a button goes on where it stood, an open question gets its answer, a keyword or the main flow begins.
import { answerOf, readPayload, withPressed } from '@bellwire/engine/payload.ts';
import type { SaidArrival } from '../arrival.ts';
import { sayTo } from '../say-to.ts';
import { botFrame, newRun, walkRun } from '../walk-run.ts';
import type { Work } from '../work.ts';
import type { Reaction } from './reaction.ts';

export const said: Reaction<'said'> = {
  react: (work, arrival) => {
    if (work.contact === null) return;
    sayTo(work, {
      from: 'contact',
      content: arrival.file?.content ?? { is: 'text', text: arrival.text },
      runId: null,
      seed: work.row.id,
    });
    work.contact = { ...work.contact, lastText: arrival.text };
    work.seen = true;
    // A person of the team has the word.
    if (work.contact.pausedUntil !== null && work.contact.pausedUntil > work.now) return;
    if (pressButton(work, arrival) || answerQuestion(work, arrival)) return;
    const bot = work.definitions.bots.get(work.contact.botId);
    const word = arrival.text.trim().toLowerCase();
    const flowId = bot?.keywords.find((keyword) => keyword.word === word)?.flowId ?? bot?.mainFlowId ?? null;
    const version = flowId === null ? null : (work.definitions.flows.get(flowId)?.publishedVersion ?? null);
    if (flowId !== null && version !== null) begin(work, { flowId, version });
  },
};

function pressButton(work: Work, { payload }: SaidArrival): boolean {
  const goal = payload === null ? null : readPayload(work.world, work.contact, payload);
  if (goal === null || work.contact === null) return false;
  const step = work.definitions
    .graph({ is: 'bot', flowId: goal.flowId, version: goal.version })
    ?.steps.find(({ id }) => id === goal.step);
  const at = step?.exits[goal.exit];
  if (at === undefined) return false;
  work.contact = withPressed(work.contact, work.definitions.bots.get(work.contact.botId) ?? null, goal);
  begin(work, goal, at);
  return true;
}

function answerQuestion(work: Work, arrival: SaidArrival): boolean {
  const asking = work.contact?.askingRunId;
  const run = asking == null ? undefined : work.runs.get(asking);
  if (run?.waiting?.is !== 'message') return false;
  return walkRun(work, run, {
    is: 'resume',
    turn: run.turn,
    resume: {
      is: 'message',
      text: answerOf(arrival),
      ...(arrival.file !== undefined && { file: { kind: arrival.file.kind, address: arrival.file.address } }),
    },
  });
}

function begin(work: Work, { flowId, version }: { flowId: string; version: number }, at?: string): void {
  const frame = botFrame(work, { is: 'bot', flowId, version }, {}, at);
  walkRun(
    work,
    newRun(work, { seed: `run:${work.row.id}`, frame, botId: work.contact?.botId ?? null, hops: 0 }),
    { is: 'start' },
  );
}
