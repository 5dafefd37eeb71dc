// The lasting steps of a run as the API shows them, each with what came of it in words.
import { ledgerOf, type Lasting, type Visit } from '@bellwire/engine/ledger.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import { contentInBrief, type Message } from '@bellwire/model/message.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { StepRecord } from '@bellwire/model/run.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';

export type EffectView = OutputOf<'getLedger'>['effects'][number];

/** One name for each step: the first of these that lasts of it. */
const names: readonly (readonly [Lasting, string])[] = [
  ['say', 'Message'],
  ['order', 'Order'],
  ['tag', 'Tags'],
  ['pause', 'Pause'],
  ['fire', 'Event fired'],
  ['make-url', 'One-time URL'],
  ['call', 'Request'],
  ['fields', 'Fields'],
];

export function viewEffects(
  history: readonly StepRecord[],
  said: readonly Pick<Message, 'content'>[],
  installs: readonly InstalledApp[],
): EffectView[] {
  const texts = said.map(({ content }) => contentInBrief(content));
  return ledgerOf(history, stepTypeMap)
    .filter(({ lasts, isSkipped }) => lasts.length > 0 || isSkipped)
    .map((visit) => {
      const type = stepTypeMap.get(visit.type);
      return {
        key: visit.key,
        step: visit.step,
        typeLabel: type?.label ?? visit.type,
        icon: type?.icon ?? 'circle-help',
        appLabel: installs.find(({ id }) => id === visit.install)?.app.label ?? null,
        what: names.find(([lasting]) => visit.lasts.includes(lasting))?.[1] ?? type?.label ?? visit.type,
        says: sayVisit(visit, texts),
        at: visit.at,
        isDone: visit.isDone,
        isSkipped: visit.isSkipped,
      };
    });
}

/** Takes the texts that it said from the front: messages are numbered in the order in which the steps said them. */
function sayVisit(visit: Visit, texts: string[]): string {
  if (visit.lasts.includes('say') && !visit.isSkipped) {
    const count = visit.records.reduce((sum, { is, said }) => sum + (said ?? (is === 'ask' ? 1 : 0)), 0);
    const said = texts.splice(0, Math.max(1, count));
    if (said.length > 0) return said.join(' · ');
  }
  const says = visit.records.findLast((record) => record.says !== undefined)?.says;
  if (says !== undefined) return says;
  return visit.records
    .flatMap((record) => Object.entries(record.set ?? {}))
    .map(([to, value]) => `${to} = ${JSON.stringify(value)}`)
    .join(', ');
}
