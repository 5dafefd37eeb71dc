// Takes an event in: what is asked before it is accepted, each question with its record, so that a refusal can be told later too.
import { createHash } from 'node:crypto';
import type { GateRecord } from '@bellwire/model/decision.ts';
import { asIdentities, sayContact } from '@bellwire/model/identity.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { sayGate } from '@bellwire/engine/gates/gates.ts';
import type { IdentityFinder } from '../contacts/identity-finder.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { FireArrival } from './arrival.ts';
import { answerOf } from './fired-answer.ts';
import { contactRecord } from './contact-record.ts';
import type { ContactNames, ContactName } from './contact-names.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { Definitions, InstallDefinition } from './definitions.ts';
import type { Fired, FireRequest } from './door.ts';
import type { Log } from './log.ts';
import type { EventKeeper } from './event-keeper.ts';

export interface TakeInRooms {
  readonly store: DefinitionStore;
  readonly names: ContactNames;
  readonly finder: IdentityFinder;
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
  const { contact, workspaceId } = request;
  const known = typeof contact === 'string' ? await rooms.names.find(workspaceId, contact) : null;
  if (known !== null) {
    const record: GateRecord = { gate: 'contact', verdict: 'pass', facts: { ns: sayContact(contact) } };
    return accept(rooms, definitions, request, arrivalOf(request, [...checked.records, record]), known);
  }
  const identities = asIdentities(contact);
  const { installId } = request;
  const found = await rooms.finder.find({ workspaceId, installId, identities, ...checked.install.contacts });
  const fire = arrivalOf(request, [...checked.records, contactRecord(identities, found)]);
  return found.is === 'found'
    ? accept(rooms, definitions, request, fire, found.contact)
    : parkUnmatched(rooms, request, fire);
}

interface Checked {
  readonly install: InstallDefinition;
  readonly records: readonly GateRecord[];
}

function check(definitions: Definitions, request: FireRequest): Checked | ProblemError {
  const install = definitions.installs.get(request.installId);
  // What a suspended app fires is accepted, and parked until it may run again.
  if (install === undefined || !(install.live || install.suspended !== null))
    return new ProblemError('install-gone');
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

function arrivalOf(request: FireRequest, arrival: readonly GateRecord[]): FireArrival {
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
    arrival,
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
    inBatch: request.inBatch === true,
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
  const reason = fire.arrival.map(sayGate).at(-1) ?? '';
  const parked = await rooms.keeper.unmatched(
    request,
    { records: fire.arrival, reason },
    request.idempotencyKey === null ? null : hashBody(request),
  );
  if (parked.is === 'double') return double(rooms, request, parked);
  return {
    eventId: parked.eventId,
    status: 'parked',
    listeners: 0,
    listenersOff: 0,
    says: `${reason} The event is kept: link it to a contact under Events > Unmatched, and it runs.`,
  };
}

/** Two bodies are the same when they say the same: the order of keys in an object does not matter. */
function hashBody({ trigger, contact, items }: Pick<FireRequest, 'trigger' | 'contact' | 'items'>): string {
  return createHash('sha256')
    .update(sortedText([trigger, contact, items]))
    .digest('hex');
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
