// Writes arrivals into the log of their shard; events with an idempotency key at most once.
import type pg from 'pg';
import { groupCommit, type GroupCommit } from './group-commit.ts';
import type { AddressedArrival } from './arrival.ts';
import { isDataError } from '../database/data-error.ts';
import { findFirstEvents, type FireKey, type FirstEvent } from './fire-keys.ts';
import { columnArrays, unnest } from '../database/column-arrays.ts';
import { logColumns } from './log-columns.ts';
import { shardOf } from './shard.ts';
import type { LaneRow } from './work.ts';

/** What goes into one group commit. */
export interface LogRow extends AddressedArrival {
  /** For a fire with an idempotency key: the same key takes in one event only. */
  readonly fireKey?: FireKey;
  /** An outgoing call that this arrival answers: it is done in the same commit, so its answer arrives once. */
  readonly answers?: string;
  /** A message of the contact with an id of its sender's making: the same again is not taken in again. */
  readonly messageKey?: string;
  /** One of many that came in one request: they are written apart, so that nobody else waits for a long statement. */
  readonly inBatch?: boolean;
}

export type Logged =
  | { readonly is: 'logged' }
  | ({ readonly is: 'double' } & FirstEvent)
  | { readonly is: 'stale' };

export type Log = Pick<GroupCommit<LogRow, Logged>, 'submit' | 'drain'>;

const MOST_ROWS = 500;

/**
 * `onLogged` hears of what was taken, after the commit. What one caller submits keeps its order: a request is either a batch or
 * it is not, and whoever wants an order between two requests waits for the answer to the first.
 */
export function openLog(pool: pg.Pool, onLogged: (rows: readonly LaneRow[]) => void): Log {
  const [single, batched] = [logWriter(pool, onLogged), logWriter(pool, onLogged)];
  return {
    submit: (row) => (row.inBatch === true ? batched : single).submit(row),
    drain: async () => {
      await Promise.all([single.drain(), batched.drain()]);
    },
  };
}

function logWriter(pool: pg.Pool, onLogged: (rows: readonly LaneRow[]) => void): GroupCommit<LogRow, Logged> {
  return groupCommit({
    most: MOST_ROWS,
    isDataError,
    write: async (all) => {
      const rows = withoutRepeats(all);
      const logged = await insert(pool, rows);
      onLogged([...logged.values()]);
      const doubles =
        logged.size === rows.size ? new Map<number, Logged>() : await findDoubles(pool, rows, logged);
      return all.map((_row, n) => (logged.has(n) ? { is: 'logged' } : (doubles.get(n) ?? { is: 'stale' })));
    },
  });
}

/** @returns what was taken, by its place. */
async function insert(
  pool: pg.Pool,
  rows: ReadonlyMap<number, LogRow>,
): Promise<ReadonlyMap<number, LaneRow>> {
  const now = new Date().toISOString();
  const { rows: taken } = await pool.query<Taken>(
    [...rows.values()].some(isGuarded) ? guardedQuery(rows, now) : plainQuery(rows, now),
  );
  const places = [...rows.keys()];
  return new Map(
    taken.flatMap(({ n, seq }, index): [number, LaneRow][] => {
      const place = n ?? places[index];
      const row = place === undefined ? undefined : rows.get(place);
      return place === undefined || row === undefined ? [] : [[place, toLaneRow(row, seq, now)]];
    }),
  );
}

/** A plain insert takes every row, and so says no `n`: the first number is the first row's. */
interface Taken {
  readonly n?: number;
  readonly seq: number;
}

function toLaneRow({ lane, workspaceId, id, arrival }: LogRow, seq: number, acceptedAt: string): LaneRow {
  return { seq, lane, shard: shardOf(lane), workspaceId, id, acceptedAt, arrival, isHeld: false };
}

const plainColumns = { n: 'int4', ...logColumns } as const;

const guardedColumns = {
  ...plainColumns,
  install_id: 'uuid',
  key: 'text',
  body_hash: 'text',
  answers: 'uuid',
  message_key: 'text',
} as const;

/**
 * One statement and so one transaction. The order of `n` is the order of arrival, and `seq` follows it: the identity
 * column counts in the order in which the sorted rows are inserted. Keys are inserted in an order of their own, the same in
 * every statement: two of them that share keys then wait for one another, and never in a circle.
 */
const guardedInsert = {
  name: 'lane-log-guarded',
  text: `
with incoming as materialized (
  select * from ${unnest(guardedColumns, 1)}
), keyed as (
  insert into fire_key (workspace_id, install_id, key, event_id, body_hash, created_at)
  select workspace_id, install_id, key, id, decode(body_hash, 'hex'), accepted_at from incoming where key is not null order by install_id, key, n
  on conflict do nothing returning event_id
), spoken as (
  insert into message_key (workspace_id, contact_id, key, created_at)
  select workspace_id, lane, message_key, accepted_at from incoming where message_key is not null order by lane, message_key, n
  on conflict do nothing returning contact_id, key
), answered as (
  delete from outgoing_call where id in (select answers from incoming where answers is not null) returning id
), fresh as (
  select * from incoming i
   where (i.key is null or i.id in (select event_id from keyed))
     and (i.message_key is null or (i.lane, i.message_key) in (select contact_id, key from spoken))
     and (i.answers is null or i.answers in (select id from answered))
), logged as (
  insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
  select shard, lane, workspace_id, id, kind, body, accepted_at from fresh order by n returning id, seq
)
select fresh.n, logged.seq from fresh join logged using (id)`,
};

function guardedQuery(rows: ReadonlyMap<number, LogRow>, now: string): pg.QueryConfig {
  const guarded = [...rows].map((entry) => guardedRow(entry, now));
  return { ...guardedInsert, values: columnArrays(guardedColumns, guarded) };
}

/** For rows that nothing can keep out: half the work of the other. */
const plainInsert = {
  name: 'lane-log-plain',
  text: `
insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
select ${Object.keys(logColumns).join(', ')} from ${unnest(plainColumns, 1)} order by n returning seq`,
};

function plainQuery(rows: ReadonlyMap<number, LogRow>, now: string): pg.QueryConfig {
  const plain = [...rows].map((entry) => plainRow(entry, now));
  return { ...plainInsert, values: columnArrays(plainColumns, plain) };
}

function isGuarded({ fireKey, answers, messageKey }: LogRow): boolean {
  return fireKey !== undefined || answers !== undefined || messageKey !== undefined;
}

/** An answer or a message that comes twice in one batch: the tables cannot tell the two rows apart, so the second stays out. */
function withoutRepeats(all: readonly LogRow[]): ReadonlyMap<number, LogRow> {
  const seen = new Set<string>();
  const rows = new Map<number, LogRow>();
  for (const [n, row] of all.entries()) {
    const mark = row.answers ?? (row.messageKey === undefined ? undefined : `${row.lane} ${row.messageKey}`);
    if (mark !== undefined && seen.has(mark)) continue;
    if (mark !== undefined) seen.add(mark);
    rows.set(n, row);
  }
  return rows;
}

function plainRow([n, row]: readonly [number, LogRow], now: string) {
  return {
    n,
    shard: shardOf(row.lane),
    lane: row.lane,
    workspace_id: row.workspaceId,
    id: row.id,
    kind: row.arrival.kind,
    body: row.arrival,
    accepted_at: now,
  };
}

function guardedRow(entry: readonly [number, LogRow], now: string) {
  const [, row] = entry;
  return {
    ...plainRow(entry, now),
    install_id: row.fireKey?.installId,
    key: row.fireKey?.key,
    body_hash: row.fireKey?.bodyHash,
    answers: row.answers,
    message_key: row.messageKey,
  };
}

/** The key was there before: the same event again, or another one that took a used key. */
async function findDoubles(
  pool: pg.Pool,
  rows: ReadonlyMap<number, LogRow>,
  logged: ReadonlyMap<number, LaneRow>,
): Promise<Map<number, Logged>> {
  const kept = [...rows].flatMap(([n, { fireKey }]) =>
    logged.has(n) || fireKey === undefined ? [] : [{ n, fireKey }],
  );
  if (kept.length === 0) return new Map();
  const firsts = await findFirstEvents(
    pool,
    kept.map(({ fireKey }) => fireKey),
  );
  return new Map(
    kept.flatMap(({ n }, index): [number, Logged][] => {
      const first = firsts[index];
      return first === undefined ? [] : [[n, { is: 'double', ...first }]];
    }),
  );
}
