// Works off one batch: reads what is next, lets each arrival react in memory, and commits all of it at once.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { FlowRef, Run } from '@bellwire/model/run.ts';
import type { World } from '@bellwire/engine/world.ts';
import { commitBatch } from './commit.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { Definitions } from './definitions.ts';
import { unseenEntity, type EntityName, type EntityState } from './entity.ts';
import type { LaneState } from './lane-state.ts';
import { loadEntities } from './load-entities.ts';
import { NewerCodeError, ownStepTypes } from './newer-code.ts';
import { nothingDone } from './nothing-done.ts';
import { planBatch } from './plan-batch.ts';
import { readContacts, readRuns, type RunName } from './read-batch.ts';
import { readHeld, type LogReader } from './read-log.ts';
import { readLoops } from './read-loops.ts';
import { pastEventOf, readPast, type Past } from './read-past.ts';
import { react } from './reactions/reactions.ts';
import { seededIds } from './seeded-ids.ts';
import type { TurnSize } from './turn-size.ts';
import type { LaneRow, RunShelf, Work } from './work.ts';

export interface BatchRooms {
  readonly session: pg.Client;
  readonly shards: ReadonlySet<number>;
  readonly reader: LogReader;
  readonly size: TurnSize;
  readonly state: LaneState;
  readonly store: DefinitionStore;
  readonly tokenKey: Buffer;
  readonly publicUrl: string;
  readonly log: Logger;
}

/** What working off needs of them: all but the log that rows came from. */
type WorkRooms = Omit<BatchRooms, 'reader' | 'size' | 'shards'>;

export interface Worked {
  readonly works: readonly Work[];
  readonly failed: readonly { readonly row: LaneRow; readonly error: unknown }[];
  /** What turned out to stand behind a new wait. */
  readonly hold: readonly LaneRow[];
}

/** What was read to be worked off, with all it needs; null when there is nothing to do. */
export async function readBatch({
  session,
  reader,
  size,
  state,
}: BatchRooms): Promise<{ work: readonly LaneRow[]; hold: readonly LaneRow[] } | null> {
  const released = state.released();
  const log = await reader.read(size.rows);
  const held = await readHeld(session, released, size.rows);
  const heldIsCut = held.length === size.rows;
  if (!heldIsCut) forgetEmpty(state, released, held);
  const plan = planBatch({ log, held, heldIsCut }, state);
  return plan.work.length + plan.hold.length === 0 ? null : plan;
}

/** A lane that is free and has nothing put aside needs no remembering. */
function forgetEmpty(state: LaneState, released: readonly string[], held: readonly LaneRow[]): void {
  const full = new Set(held.map(({ lane }) => lane));
  for (const lane of released) if (!full.has(lane)) state.held.delete(lane);
}

/** Reacts to each row in order, in memory only. */
export function workOff(rooms: WorkRooms, loaded: Loaded, rows: readonly LaneRow[]): Worked {
  const works: Work[] = [];
  const failed: { row: LaneRow; error: unknown }[] = [];
  const hold: LaneRow[] = [];
  const now = new Date().toISOString();
  for (const row of rows) {
    if (rooms.state.waiting.has(row.lane) && row.arrival.kind !== 'answer') {
      hold.push(row);
      continue;
    }
    const work = newWork(rooms, loaded, row, now);
    try {
      react(work);
      keepResults(rooms.state, loaded, work);
      works.push(work);
    } catch (error) {
      if (error instanceof NewerCodeError) {
        rooms.log.warn({ arrival: row.id, lane: row.lane }, error.message);
        // As behind a run that waits for an answer: none comes, but who takes the shard looks at its lanes anew.
        rooms.state.waiting.add(row.lane);
        hold.push(row);
        continue;
      }
      failed.push({ row, error });
      // No second answer will come: its run is over, and what waited behind it goes on.
      if (row.arrival.kind === 'answer') rooms.state.waiting.delete(row.lane);
    }
  }
  return { works, failed, hold };
}

export async function commitWorks(
  { session, state }: BatchRooms,
  works: readonly Work[],
  hold: readonly LaneRow[],
): Promise<void> {
  await commitBatch(session, { works, held: hold });
  for (const { lane } of hold) state.held.add(lane);
  for (const { row, keep } of works) if (keep !== null) state.held.add(row.lane);
}

/** What the rows of a batch are about; grows by what they lead to. */
interface Loaded extends Past {
  readonly runs: Map<string, Run>;
  readonly definitions: ReadonlyMap<string, Definitions>;
  /** By arrival: which thing its event tells of. Only arrivals that tell of one are here. */
  readonly entities: ReadonlyMap<string, EntityName>;
  /** By arrival: the triggers that led to an event that too many led to. */
  readonly causes: ReadonlyMap<string, readonly string[]>;
}

export async function load(rooms: WorkRooms, rows: readonly LaneRow[]): Promise<Loaded> {
  const { session, state, store } = rooms;
  const unknown = [...new Set(rows.map(({ lane }) => lane))].filter(
    (lane) => state.contact(lane) === undefined,
  );
  for (const contact of await readContacts(session, unknown)) state.keep(contact);
  const definitions = new Map<string, Definitions>();
  for (const workspaceId of new Set(rows.map((row) => row.workspaceId)))
    definitions.set(workspaceId, await store.of(workspaceId));
  const { past, pastRuns } = await readPast(session, rows, definitions);
  const entities = await loadEntities(rooms, rows, { definitions, past });
  const runs = await readRuns(
    session,
    rows.flatMap((row) => runsNamedBy(state, row, entities)),
  );
  for (const run of runs) await definitions.get(run.workspaceId)?.need(run.frames.map(({ flow }) => flow));
  await needNamedVersions(definitions, rows);
  const causes = await readLoops(session, rows);
  return { runs: new Map(runs.map((run) => [run.id, run])), definitions, past, pastRuns, entities, causes };
}

function runsNamedBy(
  state: LaneState,
  { id, arrival, lane, workspaceId }: LaneRow,
  entities: Loaded['entities'],
): RunName[] {
  const entity = entities.get(id);
  // Those that a newer event of the same thing ends.
  if (entity !== undefined)
    return Object.values(state.entity(entity)?.runs ?? {}).map((run) => ({ workspaceId, id: run }));
  if (arrival.kind === 'answer' || arrival.kind === 'due') return [{ workspaceId, id: arrival.runId }];
  const asking = arrival.kind === 'said' ? state.contact(lane)?.askingRunId : null;
  return asking == null ? [] : [{ workspaceId, id: asking }];
}

/** A callback and a schedule go on with the version of then; a button with the flow version it was sent by. */
async function needNamedVersions(
  definitions: ReadonlyMap<string, Definitions>,
  rows: readonly LaneRow[],
): Promise<void> {
  for (const { arrival, workspaceId } of rows) {
    if (arrival.kind === 'callback' || arrival.kind === 'webhook' || arrival.kind === 'scheduled') {
      const { installId, versionId } = arrival;
      await definitions.get(workspaceId)?.need([{ is: 'app', installId, versionId, flow: '' }]);
    }
    if (arrival.kind === 'said' && arrival.payload !== null) {
      const [, flowId = '', version = ''] = /^go:([0-9a-f-]{36}):(\d{1,9}):/.exec(arrival.payload) ?? [];
      if (flowId !== '')
        await definitions.get(workspaceId)?.need([{ is: 'bot', flowId, version: Number(version) }]);
    }
  }
}

function newWork(rooms: WorkRooms, loaded: Loaded, row: LaneRow, now: string): Work {
  const definitions = loaded.definitions.get(row.workspaceId);
  if (definitions === undefined)
    throw new Error(`The definitions of workspace ${row.workspaceId} were not read.`);
  const contact = rooms.state.contact(row.lane) ?? null;
  const world: World = {
    now,
    stepTypes: ownStepTypes,
    bot: contact === null ? null : (definitions.bots.get(contact.botId) ?? null),
    graph: (flow) => definitions.graph(flow),
    published: (flowId) => publishedFlow(definitions, flowId),
    install: (id, versionId) =>
      versionId === undefined ? liveInstall(definitions, id) : definitions.installAt(id, versionId),
    ids: seededIds({ now, key: rooms.tokenKey, publicUrl: rooms.publicUrl }),
  };
  return {
    row,
    now,
    definitions,
    world,
    runs: shelfOn(loaded.runs),
    pastRun: row.arrival.kind === 'replay' ? (loaded.pastRuns.get(row.arrival.runId) ?? null) : null,
    pastEvent: loaded.past.get(pastEventOf(row.arrival) ?? '') ?? null,
    entity: entityOf(rooms.state, loaded, row),
    flowFires: isFlowFire(row) ? rooms.state.flowFires(row.lane, row.acceptedAt) + 1 : 0,
    causes: loaded.causes.get(row.id) ?? [],
    contact,
    ...nothingDone(),
  };
}

function entityOf(state: LaneState, { entities }: Loaded, { id }: LaneRow): EntityState | null {
  const name = entities.get(id);
  return name === undefined ? null : (state.entity(name) ?? unseenEntity(name));
}

function isFlowFire({ arrival }: LaneRow): boolean {
  return arrival.kind === 'fire' && arrival.hops > 0;
}

/** A copy of all runs for each arrival would make a batch of 500 cost 250,000 entries. */
function shelfOn(known: ReadonlyMap<string, Run>): RunShelf {
  const changed = new Map<string, Run>();
  return { get: (id) => changed.get(id) ?? known.get(id), set: (id, run) => void changed.set(id, run) };
}

function publishedFlow({ flows }: Definitions, flowId: string): FlowRef | undefined {
  const version = flows.get(flowId)?.publishedVersion ?? null;
  return version === null ? undefined : { is: 'bot', flowId, version };
}

function liveInstall(definitions: Definitions, id: string) {
  const install = definitions.installs.get(id);
  return install?.live === true ? install : undefined;
}

/** What the next row of the batch sees. */
function keepResults(state: LaneState, loaded: Loaded, work: Work): void {
  if (work.contact !== null) state.keep(work.contact);
  if (work.entityChanged && work.entity !== null) state.keepEntity(work.entity);
  if (work.flowFires > 0) state.countFlowFire(work.row.lane, work.row.acceptedAt);
  for (const id of work.changedRuns) {
    const run = work.runs.get(id);
    if (run !== undefined) loaded.runs.set(id, run);
  }
  if (work.pastEvent !== null) keepDecisions(loaded, work);
  if (work.row.arrival.kind === 'answer') state.waiting.delete(work.row.lane);
  if (work.call !== null) state.waiting.add(work.row.lane);
}

/** Asked for twice in one batch, what was parked must not run twice. */
function keepDecisions({ past }: Loaded, { events }: Work): void {
  for (const { row, fire, decisions, state } of events) {
    if (past.has(row.id)) past.set(row.id, { row, fire, decisions, state });
  }
}
