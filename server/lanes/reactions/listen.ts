// One event meets the subscriptions to its trigger, one after the other: gates, mapping, and the run of those that let it in.
import type { Decision, DecisionResult } from '@bellwire/model/decision.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { ContactState } from '@bellwire/model/contact.ts';
import type { EntityFacts } from '@bellwire/engine/gates/gate.ts';
import { passGates, type GateResult } from '@bellwire/engine/gates/gates.ts';
import { coerce } from '@bellwire/engine/language/value.ts';
import { botData } from '@bellwire/engine/scope.ts';
import type { FireArrival } from '../arrival.ts';
import type { SubscriptionDefinition } from '../definitions.ts';
import type { EntityState } from '../entity.ts';
import { markedEvent, type MarkedEvent } from '../marked-event.ts';
import { botFrame, newRun, walkRun } from '../walk-run.ts';
import type { Work } from '../work.ts';
import { supersede } from './supersede.ts';

export interface Heard {
  readonly eventId: string;
  readonly fire: FireArrival;
  /** The event of the same thing that came while this one waited, and runs in its stead. */
  readonly takenUpBy?: string | null;
  /** Of an event of before: when it was fired. */
  readonly firedAt?: string;
}

/** Lets one subscription decide, and runs its flow when it lets the event in. */
export function listen(
  work: Work,
  contact: ContactState,
  listener: SubscriptionDefinition,
  { eventId, fire, takenUpBy = null, firedAt }: Heard,
): Decision {
  const bot = work.definitions.bots.get(listener.botId) ?? null;
  const trigger = triggerData(fire, firedAt ?? fire.gathered?.firedAt ?? work.row.acceptedAt);
  const gates = passGates({
    eventId,
    listener,
    contact,
    hops: fire.hops,
    causes: work.causes,
    flowFires: work.flowFires,
    isAgain: firedAt !== undefined,
    entity: work.entity === null ? null : entityFacts(work.entity, markedEvent(work.definitions, fire)),
    takenUpBy,
    onlySubscriptionId: fire.onlySubscriptionId,
    scope: {
      data: botData(contact, bot, trigger, work.now),
      now: work.now,
      zone: contact.timeZone ?? bot?.timeZone ?? 'UTC',
      locale: contact.language ?? 'en',
      random: () => work.world.ids.fraction(`${eventId}:${listener.subscriptionId}`),
    },
  });
  if (gates.maps) mapItems(work, contact, listener, fire.items);
  const runId = gates.stoppedBy === null ? start(work, listener, { eventId, fire }, trigger) : null;
  settle(work, listener, gates, { eventId, fire });
  return {
    subscriptionId: listener.subscriptionId,
    flowId: listener.flowId,
    result: resultOf(gates),
    gates: gates.records,
    runId,
  };
}

function entityFacts({ newest }: EntityState, marked: MarkedEvent | null): EntityFacts | null {
  if (marked === null) return null;
  const { entity, mark } = marked;
  return { name: entity.name, rule: entity.rule, by: entity.order ?? null, mark, newest };
}

/** What `{{trigger.…}}` gives: the items, the trigger's name and the time. An item of the same name wins. */
export function triggerData(fire: FireArrival, firedAt: string): JsonObject {
  return { name: fire.trigger, fired_at: firedAt, ...fire.items };
}

function mapItems(
  work: Work,
  contact: ContactState,
  listener: SubscriptionDefinition,
  items: JsonObject,
): void {
  const types = work.definitions.bots.get(listener.botId)?.userFields;
  const fields: JsonObject = { ...contact.fields };
  for (const { item, field, fallback } of listener.mappings) {
    const value = items[item] ?? fallback ?? null;
    const type = types?.get(field);
    const coerced = type === undefined ? undefined : coerce(value, type);
    // What does not fit leaves the field as it is, as when a step sets it.
    if (coerced?.ok === true) fields[field] = coerced.value;
  }
  if (listener.mappings.length === 0) return;
  work.contact = { ...contact, fields };
  work.contactChanged = true;
}

function start(
  work: Work,
  listener: SubscriptionDefinition,
  { eventId, fire }: Heard,
  trigger: JsonObject,
): string {
  const flow = { is: 'bot', flowId: listener.flowId, version: listener.flowVersion ?? 0 } as const;
  const run = newRun(work, {
    seed: `run:${eventId}:${listener.subscriptionId}`,
    frame: botFrame(work, flow, trigger),
    botId: listener.botId,
    eventId,
    subscriptionId: listener.subscriptionId,
    hops: fire.hops,
  });
  supersede(work, listener.subscriptionId, run.id, { eventId, fire });
  walkRun(work, run, { is: 'start' });
  return run.id;
}

function settle(
  work: Work,
  listener: SubscriptionDefinition,
  { stoppedBy }: GateResult,
  { eventId, fire }: Heard,
): void {
  const { subscriptionId } = listener;
  // A test shows how a flow goes, not how the business does.
  const counts = fire.source === 'test' ? [] : work.counts;
  if (stoppedBy === null) counts.push({ subscriptionId, result: 'done' });
  else if (stoppedBy.leads === 'filtered') counts.push({ subscriptionId, result: 'filtered' });
  else if (stoppedBy.leads === 'parked') {
    counts.push({ subscriptionId, result: 'parked' });
    work.parked.push({ eventId, subscriptionId, reason: stoppedBy.gate });
  }
}

function resultOf({ stoppedBy }: GateResult): DecisionResult {
  return stoppedBy === null ? 'ran' : stoppedBy.leads;
}
