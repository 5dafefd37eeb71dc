// Reads what is next in the log, in turns of workspaces: one that fires a hundred thousand events at once waits for itself only.
//
// Each turn looks from the beginning of each workspace's part of the log, never from where the last one ended: numbers are given
// out before commits, so that a row may appear behind one that was seen already.
import type pg from 'pg';
import type { Arrival } from './arrival.ts';
import type { FreshRows } from './fresh-rows.ts';
import type { LaneRow } from './work.ts';

/** Workspaces that get a turn in one batch. */
const MOST_WORKSPACES = 16;
const COMPANY_MS = 1000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface LogReader {
  /** About `most` arrivals of the owned shards, in the order of their lanes; those of workspaces with few come first. */
  read(most: number): Promise<LaneRow[]>;
  /** Whether something has come from a workspace that had nothing in what was read last. */
  hasNewcomer(): boolean;
  /** Whether more than one workspace has had something of late. */
  hasCompany(): boolean;
  /** What was read last, and not worked off: it stands in the log as before. */
  putBack(rows: readonly LaneRow[]): void;
}

export function logReader(session: pg.Client, shards: ReadonlySet<number>, fresh: FreshRows): LogReader {
  let after = NOBODY;
  let served: ReadonlySet<string> = new Set();
  let companyUntil = 0;
  return {
    read: async (most) => {
      fresh.listenAnew();
      const share = Math.ceil(most / Math.max(1, served.size));
      let heads = await readHeads(session, shards, after, share);
      if (heads.length === 0 && after !== NOBODY) heads = await readHeads(session, shards, NOBODY, share);
      served = new Set(heads.map(({ workspace_id }) => workspace_id));
      if (served.size > 1) companyUntil = performance.now() + COMPANY_MS;
      after = served.size < MOST_WORKSPACES ? NOBODY : ([...served].toSorted().at(-1) ?? NOBODY);
      return withBodies(session, heads, fresh);
    },
    hasNewcomer: () => [...fresh.heardOf].some((workspaceId) => !served.has(workspaceId)),
    hasCompany: () => performance.now() < companyUntil,
    putBack: (rows) => fresh.putBack(rows),
  };
}

interface Head {
  readonly workspace_id: string;
  readonly seq: number;
}

/** Goes from workspace to workspace by the index, so that one with a long queue costs no more than one with a short one. */
const headsText = `
with recursive waiting as (
  (select workspace_id from lane_log where workspace_id > $1 order by workspace_id limit 1)
  union all
  select (select l.workspace_id from lane_log l where l.workspace_id > w.workspace_id order by l.workspace_id limit 1)
    from waiting w where w.workspace_id is not null
), turn as (
  select workspace_id, coalesce((select lane_share from workspace where id = workspace_id), 1) as lane_share
    from waiting where workspace_id is not null limit ${MOST_WORKSPACES}
)
select turn.workspace_id, l.seq
  from turn cross join lateral (
    select seq from lane_log l where l.workspace_id = turn.workspace_id and l.shard = any($2::smallint[])
     order by l.workspace_id, l.seq limit $3 * turn.lane_share
  ) l
 order by count(*) over (partition by turn.workspace_id), l.seq`;

async function readHeads(
  session: pg.Client,
  shards: ReadonlySet<number>,
  after: string,
  share: number,
): Promise<Head[]> {
  const { rows } = await session.query<Head>({
    name: 'lane-heads',
    text: headsText,
    values: [after, [...shards], share],
  });
  return rows;
}

interface ReadRow {
  readonly seq: number;
  readonly lane: string;
  readonly shard: number;
  readonly workspace_id: string;
  readonly id: string;
  readonly accepted_at: string;
  readonly body: Arrival;
}

async function withBodies(session: pg.Client, heads: readonly Head[], fresh: FreshRows): Promise<LaneRow[]> {
  const rows = new Map<number, LaneRow>();
  const unknown: Head[] = [];
  for (const head of heads) {
    const row = fresh.take(head.seq);
    if (row === undefined) unknown.push(head);
    else rows.set(row.seq, row);
  }
  for (const row of await readBodies(session, unknown)) rows.set(row.seq, row);
  return heads.flatMap(({ seq }) => rows.get(seq) ?? []);
}

async function readBodies(session: pg.Client, heads: readonly Head[]): Promise<LaneRow[]> {
  if (heads.length === 0) return [];
  const { rows } = await session.query<ReadRow>({
    name: 'lane-bodies',
    text: `select seq, lane, shard, workspace_id, id, accepted_at, body from lane_log
            where workspace_id = any($1::uuid[]) and seq = any($2::bigint[])`,
    values: [heads.map(({ workspace_id }) => workspace_id), heads.map(({ seq }) => seq)],
  });
  return rows.map((row) => toLaneRow(row, false));
}

/** What waited behind a run that has its answer now. */
export async function readHeld(
  session: pg.Client,
  lanes: readonly string[],
  most: number,
): Promise<LaneRow[]> {
  if (lanes.length === 0) return [];
  const { rows } = await session.query<ReadRow>({
    name: 'lane-read-held',
    text: `select seq, lane, shard, workspace_id, id, accepted_at, body from lane_held where lane = any($1::uuid[])
            order by seq limit $2`,
    values: [lanes, most],
  });
  return rows.map((row) => toLaneRow(row, true));
}

function toLaneRow(row: ReadRow, isHeld: boolean): LaneRow {
  return {
    seq: row.seq,
    lane: row.lane,
    shard: row.shard,
    workspaceId: row.workspace_id,
    id: row.id,
    acceptedAt: row.accepted_at,
    arrival: row.body,
    isHeld,
  };
}
