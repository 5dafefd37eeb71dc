// An event of an entity is written down as seen, and may have to wait for others: before any subscription is asked.
import { COALESCE_SECONDS, isNewer } from '@bellwire/model/entity.ts';
import type { FireArrival } from '../arrival.ts';
import type { EntityState } from '../entity.ts';
import { markedEvent, type MarkedEvent } from '../marked-event.ts';
import type { Work } from '../work.ts';
import { keepEntity } from './keep-entity.ts';
import { takeUp } from './take-up.ts';

/** @returns whether the event's subscriptions are to be asked now; if not, it waits, and comes again when its time is over. */
export function meetEntity(work: Work, fire: FireArrival): boolean {
  const { entity } = work;
  // It has been met: when it came first.
  if (entity === null || fire.onlySubscriptionId !== null || fire.progress !== undefined) return true;
  const marked = fire.gathered === undefined ? markedEvent(work.definitions, fire) : null;
  // An older one changes nothing; its story is told by the gate.
  if (marked === null || isOld(marked, entity)) return true;
  see(work, entity, marked);
  if (marked.entity.rule !== 'coalesce') return true;
  gather(work, fire, marked);
  return false;
}

function isOld({ mark: { order } }: MarkedEvent, { newest }: EntityState): boolean {
  return order !== null && newest !== null && !isNewer(order, newest.order);
}

function see(work: Work, entity: EntityState, { mark: { order } }: MarkedEvent): void {
  if (order === null) return;
  keepEntity(work, { ...entity, newest: { order, eventId: work.row.id } });
}

/** The time runs from the first event on, so that a stream of them cannot put off the flow for ever. */
function gather(work: Work, fire: FireArrival, { entity: { name, seconds }, mark }: MarkedEvent): void {
  const { entity, row } = work;
  if (entity === null) return;
  const before = entity.gathering;
  const length = (seconds ?? COALESCE_SECONDS) * 1000;
  const dueAt = before?.dueAt ?? new Date(Date.parse(work.now) + length).toISOString();
  keepEntity(work, { ...entity, gathering: { eventId: row.id, firedAt: row.acceptedAt, dueAt, fire } });
  if (before === null) {
    const arrival = { kind: 'gathered', installId: fire.installId, name, key: mark.key } as const;
    work.timers.push({ runId: row.id, turn: 0, dueAt, arrival });
  } else takeUp(work, before, row.id);
  const reason = `It waits until ${dueAt} for more events of ${name} "${mark.key}"; the last of them runs.`;
  work.events.push({ row, fire, state: 'waiting', reason, decisions: [] });
}
