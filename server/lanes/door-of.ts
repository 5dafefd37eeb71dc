// The door of the lanes: firing, tests, parked events, and any other arrival.
import type pg from 'pg';
import type { JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { AddressedArrival, FireArrival } from './arrival.ts';
import type { Done } from './done.ts';
import type { LaneDoor } from './door.ts';
import { shardOf } from './shard.ts';
import { takeIn, type TakeInRooms } from './take-in.ts';

export interface DoorRooms extends TakeInRooms {
  readonly pool: pg.Pool;
  readonly done: Done;
  /** Wakes whoever works the shards. */
  readonly onLogged: (shards: ReadonlySet<number>) => void;
}

/** An event waits at most so long for its first commit before "not ready" is said of a parked one that is run again. */
const UNPARK_MS = 5_000;

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
    fireTest: (request) => fireTest(rooms, request),
    runParked: (workspaceId, eventId) => runParked(rooms, arriveAndSee, workspaceId, eventId),
    say: async ({ workspaceId, contactId, key, text, payload }) => {
      await log.submit({
        id: uuidV7(),
        workspaceId,
        lane: contactId,
        arrival: { kind: 'said', text, payload },
        messageKey: key,
      });
    },
    refused: (request, problem) => rooms.keeper.refused(request, problem),
    arrive,
    arriveAndSee,
  };
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

interface ParkedRow {
  readonly contact_id: string | null;
  readonly found_id: string | null;
  readonly contact_ns: string | null;
  readonly install_id: string;
  readonly trigger: string;
  readonly items: JsonObject;
  readonly source: FireArrival['source'];
  readonly fired_by: string;
  readonly decisions: unknown[];
}

type ArriveAndSee = LaneDoor['arriveAndSee'];

async function runParked(
  rooms: DoorRooms,
  arriveAndSee: ArriveAndSee,
  workspaceId: string,
  eventId: string,
): Promise<string | ProblemError> {
  const { rows } = await rooms.pool.query<ParkedRow>(
    `select e.contact_id, c.id as found_id, e.contact_ns, e.install_id, e.trigger, e.items, e.source, e.fired_by, e.decisions
       from event e left join contact c on c.ns = e.contact_ns and c.workspace_id = e.workspace_id
      where e.workspace_id = $1 and e.id = $2 and exists (select from parked p where p.event_id = e.id)`,
    [workspaceId, eventId],
  );
  const [event] = rows;
  if (event === undefined) return new ProblemError('conflict', { says: 'Nothing of this event is parked.' });
  const lane = event.contact_id ?? event.found_id;
  if (lane === null)
    return new ProblemError('conflict', {
      says: `There is still no contact "${event.contact_ns}". Make it first, or correct the app that fires.`,
    });
  if (event.decisions.length > 0) {
    await arriveAndSee({ id: uuidV7(), workspaceId, lane, arrival: { kind: 'unpark', eventId } }, UNPARK_MS);
    return 'What was parked has gone through the gates again.';
  }
  await fireAgain(rooms, { workspaceId, eventId, lane }, event);
  return 'The event has gone into the lane of its contact.';
}

/** It never met a subscription: it goes in as it was, under its own id. It leaves the parked ones in the same statement. */
async function fireAgain(
  { pool, onLogged }: DoorRooms,
  { workspaceId, eventId, lane }: { workspaceId: string; eventId: string; lane: string },
  event: ParkedRow,
): Promise<void> {
  const fire: FireArrival = {
    kind: 'fire',
    installId: event.install_id,
    trigger: event.trigger,
    items: event.items,
    source: event.source,
    firedBy: event.fired_by,
    hops: 0,
    causeRunId: null,
    urlId: null,
    onlySubscriptionId: null,
    arrival: [{ gate: 'contact', verdict: 'pass', facts: { ns: event.contact_ns } }],
  };
  await pool.query(
    `with taken as (delete from parked where event_id = $1 returning event_id)
     insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     select $2, $3, $4, $1, 'fire', $5::jsonb, clock_timestamp() where exists (select from taken)`,
    [eventId, shardOf(lane), lane, workspaceId, JSON.stringify(fire)],
  );
  onLogged(new Set([shardOf(lane)]));
}
