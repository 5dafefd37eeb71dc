// Takes an event in: what is asked before it is accepted, each question with its record, so that a refusal can be told later too.
import { createHash } from 'node:crypto';
import type { GateRecord } from '@bellwire/model/decision.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { FireArrival } from './arrival.ts';
import { answerOf } from './fired-answer.ts';
import type { ContactNames, ContactName } from './contact-names.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { Definitions, InstallDefinition } from './definitions.ts';
import type { Fired, FireRequest } from './door.ts';
import type { Log } from './log.ts';
import type { EventKeeper } from './event-keeper.ts';

export interface TakeInRooms {
  readonly store: DefinitionStore;
  readonly names: ContactNames;
  readonly log: Log;
  readonly keeper: EventKeeper;
}

export async function takeIn(rooms: TakeInRooms, request: FireRequest): Promise<Fired | ProblemError> {
  const definitions = await rooms.store.of(request.workspaceId);
  const checked = check(definitions, request);
  if (checked instanceof ProblemError) {
    await rooms.keeper.refused(request, checked);
    return checked;
  }
  const contact = await rooms.names.find(request.workspaceId, request.contactNs);
  const fire = arrivalOf(request, checked.records, contact);
  return contact === null
    ? parkUnmatched(rooms, request, fire)
    : accept(rooms, definitions, request, fire, contact);
}

interface Checked {
  readonly install: InstallDefinition;
  readonly records: readonly GateRecord[];
}

function check(definitions: Definitions, request: FireRequest): Checked | ProblemError {
  const install = definitions.installs.get(request.installId);
  if (install?.live !== true) return new ProblemError('install-gone');
  const contract = install.contracts.get(request.trigger);
  if (contract === undefined) return unknownTrigger(install, request.trigger);
  const items = contract(request.items);
  if (!items.ok) {
    const says = items.complaints.map((complaint) => complaint.says).join(' ');
    const complaints = items.complaints.map((complaint) => ({
      ...complaint,
      path: ['items', ...complaint.path],
    }));
    return new ProblemError('contract-mismatch', { says, complaints, facts: { trigger: request.trigger } });
  }
  return {
    install,
    records: [
      { gate: 'key', verdict: 'pass', facts: { by: request.firedBy } },
      { gate: 'trigger', verdict: 'pass', facts: { version: install.versionNumber } },
      { gate: 'contract', verdict: 'pass', facts: {} },
    ],
  };
}

function unknownTrigger(install: InstallDefinition, trigger: string): ProblemError {
  const names = install.app.triggers.map(({ name }) => name);
  const known = names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`;
  return new ProblemError('unknown-trigger', {
    says: `Version ${install.versionNumber} of ${install.app.label} has no trigger "${trigger}". ${known}`,
    complaints: [{ path: ['trigger'], says: `Send the name of one of its triggers. ${known}` }],
  });
}

function arrivalOf(
  request: FireRequest,
  records: readonly GateRecord[],
  contact: ContactName | null,
): FireArrival {
  return {
    kind: 'fire',
    installId: request.installId,
    trigger: request.trigger,
    items: request.items,
    source: 'api',
    firedBy: request.firedBy,
    hops: 0,
    causeRunId: null,
    urlId: null,
    onlySubscriptionId: null,
    arrival: [
      ...records,
      { gate: 'contact', verdict: contact === null ? 'stop' : 'pass', facts: { ns: request.contactNs } },
    ],
  };
}

async function accept(
  rooms: TakeInRooms,
  definitions: Definitions,
  request: FireRequest,
  fire: FireArrival,
  contact: ContactName,
): Promise<Fired | ProblemError> {
  const id = uuidV7();
  const { installId, idempotencyKey: key } = request;
  const logged = await rooms.log.submit({
    id,
    workspaceId: request.workspaceId,
    lane: contact.id,
    arrival: fire,
    ...(key === null ? {} : { fireKey: { installId, key, bodyHash: hashBody(request) } }),
  });
  if (logged.is === 'double') return double(rooms, request, logged);
  return { eventId: id, ...answerOf(definitions.listeners(installId, request.trigger, contact.botId)) };
}

async function double(
  rooms: TakeInRooms,
  request: FireRequest,
  first: { eventId: string; sameBody: boolean },
): Promise<Fired | ProblemError> {
  const key = request.idempotencyKey ?? '';
  if (!first.sameBody) {
    const problem = new ProblemError('key-reused', {
      facts: { eventId: first.eventId, idempotencyKey: key },
    });
    await rooms.keeper.refused(request, problem);
    await rooms.keeper.doubled(
      request.workspaceId,
      first.eventId,
      `Another body came with the same idempotency key "${key}". It was refused.`,
    );
    return problem;
  }
  await rooms.keeper.doubled(
    request.workspaceId,
    first.eventId,
    `The same event came again with the idempotency key "${key}". Nothing was done twice.`,
  );
  return {
    eventId: first.eventId,
    status: 'duplicate',
    listeners: 0,
    listenersOff: 0,
    says: 'This event had been taken in before; nothing was done twice.',
  };
}

async function parkUnmatched(
  rooms: TakeInRooms,
  request: FireRequest,
  fire: FireArrival,
): Promise<Fired | ProblemError> {
  const parked = await rooms.keeper.unmatched(
    request,
    fire,
    request.idempotencyKey === null ? null : hashBody(request),
  );
  if (parked.is === 'double') return double(rooms, request, parked);
  return {
    eventId: parked.eventId,
    status: 'parked',
    listeners: 0,
    listenersOff: 0,
    says: `There is no contact "${request.contactNs}" in this workspace. The event is kept and can be run once the contact is there.`,
  };
}

/** Two bodies are the same when they say the same: the order of keys in an object does not matter. */
function hashBody({
  trigger,
  contactNs,
  items,
}: Pick<FireRequest, 'trigger' | 'contactNs' | 'items'>): string {
  return createHash('sha256')
    .update(sortedText([trigger, contactNs, items]))
    .digest('hex');
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
