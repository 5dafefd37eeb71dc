// The door of the lanes: firing, tests, parked events, and any other arrival.
import type pg from 'pg';
import { asIdentities } from '@bellwire/model/identity.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { AddressedArrival, FireArrival } from './arrival.ts';
import type { AskInstall } from './ask-install.ts';
import type { Done } from './done.ts';
import type { LaneDoor } from './door.ts';
import { findTrigger } from './find-trigger.ts';
import { linkUnmatched } from './link-unmatched.ts';
import type { PreviewReplay } from './preview-replay.ts';
import { runParked } from './run-parked.ts';
import { takeIn, type TakeInRooms } from './take-in.ts';

export interface DoorRooms extends TakeInRooms {
  readonly pool: pg.Pool;
  readonly done: Done;
  readonly previewReplay: PreviewReplay;
  readonly ask: AskInstall;
  /** Wakes whoever works the shards. */
  readonly onLogged: (shards: ReadonlySet<number>) => void;
}

export function laneDoor(rooms: DoorRooms): LaneDoor {
  const { log, done } = rooms;
  const arrive = async (arrival: AddressedArrival): Promise<void> => {
    await log.submit(arrival);
  };
  const arriveAndSee = async (arrival: AddressedArrival, timeoutMs: number): Promise<void> => {
    const seen = done.wait(arrival.id, timeoutMs);
    await arrive(arrival);
    if (!(await seen)) {
      throw new ProblemError('not-ready', {
        says: "It has been taken in, but the contact's lane is busy; it will be done in its turn.",
        retryAfterSeconds: 5,
      });
    }
  };
  return {
    fire: (request) => takeIn(rooms, request),
    findTrigger: async (workspaceId, name) => findTrigger(await rooms.store.of(workspaceId), name),
    fireTest: (request) => fireTest(rooms, request),
    runParked: (workspaceId, eventId) => runParked(rooms, arriveAndSee, workspaceId, eventId),
    linkUnmatched: (group, contact) => linkUnmatched(rooms, group, contact),
    previewReplay: rooms.previewReplay,
    ask: rooms.ask,
    say: async ({ workspaceId, contactId, key, text, payload, file }) => {
      await log.submit({
        id: uuidV7(),
        workspaceId,
        lane: contactId,
        arrival: { kind: 'said', text, payload, ...(file !== undefined && { file }) },
        messageKey: key,
      });
    },
    refused: (request, problem) => rooms.keeper.refused(request, problem),
    findContact: (wanted) => findContact(rooms, wanted),
    wake: () => rooms.onLogged(new Set()),
    arrive,
    arriveAndSee,
  };
}

async function findContact(
  { names, finder }: DoorRooms,
  { contact, ...wanted }: Parameters<LaneDoor['findContact']>[0],
): ReturnType<LaneDoor['findContact']> {
  const known = typeof contact === 'string' ? await names.find(wanted.workspaceId, contact) : null;
  if (known === null || typeof contact !== 'string')
    return finder.find({ ...wanted, identities: asIdentities(contact) });
  // The contact of another bot is none of this one's.
  if (wanted.installId === null && wanted.botId !== known.botId) return { is: 'none' };
  return { is: 'found', contact: { ...known, ns: contact }, how: 'linked' };
}

async function fireTest(
  { store, log }: DoorRooms,
  request: Parameters<LaneDoor['fireTest']>[0],
): ReturnType<LaneDoor['fireTest']> {
  const definitions = await store.of(request.workspaceId);
  const contract = definitions.installs.get(request.installId)?.contracts.get(request.trigger);
  if (contract === undefined) return new ProblemError('unknown-trigger');
  const items = contract(request.items);
  if (!items.ok)
    return new ProblemError('contract-mismatch', {
      complaints: items.complaints.map((each) => ({ ...each, path: ['items', ...each.path] })),
    });
  const eventId = uuidV7();
  const arrival: FireArrival = {
    kind: 'fire',
    installId: request.installId,
    trigger: request.trigger,
    items: request.items,
    source: 'test',
    firedBy: request.firedBy,
    hops: 0,
    causeRunId: null,
    urlId: null,
    onlySubscriptionId: request.subscriptionId,
    arrival: [],
  };
  await log.submit({ id: eventId, workspaceId: request.workspaceId, lane: request.contactId, arrival });
  return {
    eventId,
    status: 'accepted',
    listeners: 1,
    listenersOff: 0,
    says: 'The test event is on its way through the gates.',
  };
}
