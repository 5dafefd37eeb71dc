// An owner of shards in virtual time: the decisions are the product's own, what surrounds them is played; at each `yield` anything may happen.
import { LaneState } from '@bellwire/server/lanes/lane-state.ts';
import { SHARDS, shardOf } from '@bellwire/server/lanes/shard.ts';
import { shareOf } from '@bellwire/server/lanes/share-of.ts';
import type { planBatch } from '@bellwire/server/lanes/plan-batch.ts';
import { commitRow, endSession, numberRow, openSession, use } from './database.ts';
import type { Session, SimCall, SimDatabase } from './database.ts';
import { commitBatch, react, type Batch } from './react.ts';

export interface Parts {
  readonly planBatch: typeof planBatch;
  /** False plays an owner that goes on with what it knew of a shard before. */
  readonly forgetsShards: boolean;
}

const STALE_MS = 6_000;
/** Few, so that what does not fit into one batch is an everyday case. */
const MOST_ROWS = 6;

export interface Owner {
  readonly session: Session;
  /** Requests it knows of and has not sent; sending is a step of its own. */
  readonly calls: SimCall[];
  readonly steps: Generator<undefined, void>;
}

export function startOwner(database: SimDatabase, parts: Parts): Owner {
  const session = openSession(database);
  const calls: SimCall[] = [];
  return { session, calls, steps: own(database, session, calls, parts) };
}

function* own(
  database: SimDatabase,
  session: Session,
  calls: SimCall[],
  parts: Parts,
): Generator<undefined, void> {
  const state = new LaneState();
  const shards = new Set<number>();
  for (;;) {
    const share = beat(database, session);
    yield;
    yield* takeOver({ database, session, calls, parts, state, shards }, share);
    fireTimers(database, session, shards);
    yield;
    const batch = yield* readAndReact({ database, session, calls, parts, state, shards });
    yield;
    use(session);
    commitBatch(database, batch);
    for (const { lane } of batch.hold) state.held.add(lane);
    // Whoever dies here has committed, and sent nothing.
    yield;
    calls.push(...batch.calls);
    yield;
  }
}

interface Desk {
  readonly database: SimDatabase;
  readonly session: Session;
  readonly calls: SimCall[];
  readonly parts: Parts;
  readonly state: LaneState;
  readonly shards: Set<number>;
}

function beat(database: SimDatabase, session: Session): number {
  use(session);
  session.beatenAt = database.now;
  for (const other of database.sessions)
    if (other.beatenAt < database.now - STALE_MS) endSession(database, other);
  const before = [...database.sessions].filter(({ number }) => number < session.number).length;
  return shareOf({ shards: SHARDS, workers: database.sessions.size, before });
}

function* takeOver(
  { database, session, calls, parts, state, shards }: Desk,
  share: number,
): Generator<undefined, void> {
  use(session);
  const lost = [...shards].slice(share);
  for (const shard of lost) {
    shards.delete(shard);
    database.locks.delete(shard);
  }
  yield;
  use(session);
  const gained: number[] = [];
  for (let shard = 0; shard < SHARDS && shards.size < share; shard++) {
    if (shards.has(shard) || database.locks.has(shard)) continue;
    database.locks.set(shard, session);
    shards.add(shard);
    gained.push(shard);
  }
  if (gained.length + lost.length === 0) return;
  yield;
  use(session);
  if (parts.forgetsShards) state.forgetShards([...gained, ...lost]);
  const isGained = ({ lane }: { lane: string }): boolean => gained.includes(shardOf(lane));
  const open = [...database.calls.values()].filter(isGained);
  for (const { lane } of open) state.waiting.add(lane);
  for (const row of database.log.values())
    if (row.arrival.kind === 'answer' && isGained(row)) state.waiting.add(row.lane);
  for (const row of database.held.values()) if (isGained(row)) state.held.add(row.lane);
  yield;
  use(session);
  calls.push(...[...database.calls.values()].filter(isGained));
}

function fireTimers(database: SimDatabase, session: Session, shards: ReadonlySet<number>): void {
  use(session);
  for (const [id, { lane, dueAt }] of database.timers) {
    if (dueAt > database.now || !shards.has(shardOf(lane))) continue;
    database.timers.delete(id);
    const arrival = { kind: 'due', runId: id, turn: 1 } as const;
    commitRow(database, numberRow(database, rowOf(lane, `due ${id}`, arrival)));
  }
}

function* readAndReact(desk: Desk): Generator<undefined, Batch> {
  const { database, session, parts, state, shards } = desk;
  use(session);
  const released = state.released();
  const log = inOrder(database.log.values())
    .filter(({ lane }) => shards.has(shardOf(lane)))
    .slice(0, MOST_ROWS);
  yield;
  use(session);
  const held = inOrder(database.held.values())
    .filter(({ lane }) => released.includes(lane))
    .slice(0, MOST_ROWS);
  const heldIsCut = held.length === MOST_ROWS;
  const full = new Set(held.map(({ lane }) => lane));
  if (!heldIsCut) for (const lane of released) if (!full.has(lane)) state.held.delete(lane);
  const plan = parts.planBatch({ log, held, heldIsCut }, state);
  yield;
  use(session);
  const batch = react(database, state, plan.work);
  return { ...batch, hold: [...plan.hold, ...batch.hold] };
}

function inOrder<Row extends { readonly seq: number }>(rows: Iterable<Row>): Row[] {
  return [...rows].toSorted((a, b) => a.seq - b.seq);
}

export function rowOf<Arrival>(lane: string, id: string, arrival: Arrival) {
  return { lane, id, arrival, shard: shardOf(lane), workspaceId: 'w', acceptedAt: '' };
}
