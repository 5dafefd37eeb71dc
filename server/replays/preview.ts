// The dry run of a replay, told in words: what it would skip, what it would do, and what is dangerous about it.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { replayOperations } from '@bellwire/model/operations/replays.ts';
import type { Run } from '@bellwire/model/run.ts';
import { contentInBrief } from '@bellwire/model/message.ts';
import { ledgerOf, type Visit } from '@bellwire/engine/ledger.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { Work } from '../lanes/work.ts';
import { viewEffects, type EffectView } from './effect-view.ts';
import { checkFrom, readRun, readSaid, whyNoReplay } from './past-run.ts';

type Preview = OutputOf<'previewReplay'>;
type Planned = Preview['effects'][number];

export const replayPreviewHandlers: Pick<Handlers<keyof typeof replayOperations>, 'previewReplay'> = {
  async previewReplay({ runId, ...choice }, context) {
    const { run, said } = await context.inWorkspace(async (tx) => {
      const found = await readRun(tx, runId);
      return { run: found, said: await readSaid(tx, found) };
    });
    checkFrom(run, choice.from);
    const effects = viewEffects(run.history, said, await installedApps(context));
    const whyNot = whyNoReplay(run);
    if (whyNot !== null || run.contact_id === null) return stoppedBy(whyNot ?? '', effects);
    const work = await context.lanes.previewReplay({
      workspaceId: context.workspaceId,
      lane: run.contact_id,
      arrival: { kind: 'replay', runId, eventId: run.event_id, rerun: { id: uuidV7(), place: 1 }, ...choice },
    });
    const [end] = work.reruns;
    const played = end?.newRunId == null ? undefined : work.runs.get(end.newRunId);
    if (played === undefined) return stoppedBy(end?.says ?? 'Nothing would run.', effects);
    const planned = planOf(effects, played);
    return {
      stopped: null,
      effects: planned,
      would: wouldDo(work),
      waitsFor: sayWaiting(played),
      warnings: warningsOf(planned, played),
    };
  },
};

function stoppedBy(stopped: string, effects: readonly EffectView[]): Preview {
  const planned = effects.map((effect) => ({ ...effect, plan: 'not-reached' as const }));
  return { stopped, effects: planned, would: [], waitsFor: null, warnings: [] };
}

function planOf(effects: readonly EffectView[], played: Run): Planned[] {
  const visits = ledgerOf(played.history, stepTypeMap);
  return effects.map((effect) => {
    const isWithin = ({ key, isSkipped }: Visit): boolean =>
      isSkipped && `${effect.key}/`.startsWith(`${key}/`);
    // An action that is skipped is skipped with all that is in it.
    if (visits.some(isWithin)) return { ...effect, plan: 'skip' };
    return { ...effect, plan: visits.some(({ key }) => key === effect.key) ? 'again' : 'not-reached' };
  });
}

function wouldDo({ said, orders, fires, urls, call, runs, changedRuns }: Work): Preview['would'] {
  const set = [...changedRuns]
    .flatMap((id) => runs.get(id)?.history ?? [])
    .filter((record) => record.skipped !== true)
    .flatMap((record) => Object.entries(record.set ?? {}))
    .filter(([to]) => to.startsWith('user.'));
  return [
    ...set.map(([to, value]) => ({ what: 'Fields', says: `${to} = ${JSON.stringify(value)}` })),
    ...said.map(({ message }) => ({ what: 'Message', says: contentInBrief(message.content) })),
    ...orders.map((order) => ({ what: 'Order', says: `${order.number}: ${order.status}` })),
    ...fires.map(({ fire }) => ({ what: 'Event fired', says: fire.trigger })),
    ...urls.map(({ name }) => ({ what: 'One-time URL', says: name })),
    ...(call === null ? [] : sayCall(call.call)),
  ];
}

/** A script has no effect of its own. */
function sayCall(call: NonNullable<Work['call']>['call']): Preview['would'] {
  return 'url' in call ? [{ what: 'Request', says: `${call.method} ${call.url.split('?')[0] ?? ''}` }] : [];
}

const waitingWords: Readonly<Record<NonNullable<Run['waiting']>['is'], string>> = {
  answer: 'The answer to the request, or the result of the script, decides how it goes on.',
  message: "The contact's next message decides how it goes on.",
  time: 'It would wait for its time before it goes on.',
};

function sayWaiting({ waiting }: Run): string | null {
  return waiting === null ? null : waitingWords[waiting.is];
}

interface Warning {
  readonly what: string;
  says(count: number): string;
}

const warnings: readonly Warning[] = [
  { what: 'Message', says: (count) => `Sends ${count === 1 ? '1 message' : `${count} messages`} again.` },
  {
    what: 'Request',
    says: (count) =>
      `Makes ${count === 1 ? '1 request' : `${count} requests`} again, though answered before.`,
  },
  { what: 'Order', says: (count) => `Changes ${count === 1 ? '1 order' : `${count} orders`} again.` },
  { what: 'Event fired', says: (count) => `Fires ${count === 1 ? '1 event' : `${count} events`} again.` },
];

function warningsOf(effects: readonly Planned[], { status }: Run): string[] {
  const again = effects.filter(({ plan, isDone }) => plan === 'again' && isDone);
  const told = warnings.flatMap(({ what, says }) => {
    const count = again.filter((effect) => effect.what === what).length;
    return count === 0 ? [] : [says(count)];
  });
  return status === 'failed' ? [...told, 'It would fail again.'] : told;
}
