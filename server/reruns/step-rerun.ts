// One step of one rerun: its next few events and runs go into their lanes, in the transaction that says that they have.
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenants } from '../database/tenant.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { LaneDoor } from '../lanes/door.ts';
import { putArrivals } from '../lanes/put-arrivals.ts';
import { rerunArrivals, type NextItem } from './rerun-arrivals.ts';
import type { RerunTables } from './tables.ts';

export interface StepRooms {
  readonly tenants: Tenants;
  readonly lanes: Pick<LaneDoor, 'runParked'>;
  /** Wakes whoever works the lanes. */
  wake(): void;
}

type RerunRow = Selectable<RerunTables['rerun']>;

/** Fast reruns go in small groups, a few times a second, rather than one by one. */
const GROUPS_PER_SECOND = 4;
/** How long one whose items are all under way is left alone before it is looked at again. */
const LOOK_AGAIN_MS = 250;

/** @returns how many milliseconds may pass before the next step; null when nothing is due. */
export async function stepRerun(rooms: StepRooms): Promise<number | null> {
  const rest = await rooms.tenants.platform.transaction().execute(async (tx) => {
    const rerun = await claim(tx);
    if (rerun === undefined) return null;
    const count = Math.max(1, Math.floor(rerun.per_second / GROUPS_PER_SECOND));
    const items = await readNext(tx, rerun, count);
    if (items.length === 0) return (await endWhenDone(tx, rerun)) ? 0 : LOOK_AGAIN_MS;
    await send(rooms, tx, rerun, items);
    const pauseMs = (items.length * 1000) / rerun.per_second;
    await pauseFor(tx, rerun.id, pauseMs);
    return pauseMs;
  });
  if (rest !== null) rooms.wake();
  return rest;
}

/** Its row stays locked until the step is over, so that two processes never go faster than one. */
async function claim(tx: Transaction<Tables>): Promise<RerunRow | undefined> {
  return tx
    .selectFrom('rerun')
    .selectAll()
    .where('state', '=', 'running')
    .where('next_at', '<=', sql<string>`clock_timestamp()`)
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

async function readNext(tx: Transaction<Tables>, { id }: RerunRow, count: number): Promise<NextItem[]> {
  const { rows } = await sql<NextItem>`
    select i.place, i.event_id, i.run_id, coalesce(r.contact_id, e.contact_id) as lane,
           coalesce(json_array_length(e.decisions), 0) as decisions
      from rerun_item i
      left join event e on e.workspace_id = i.workspace_id and e.id = i.event_id
      left join run r on r.workspace_id = i.workspace_id and r.id = i.run_id
     where i.rerun_id = ${id} and i.state = 'waiting' order by i.place limit ${count}`.execute(tx);
  return rows;
}

async function send(
  rooms: StepRooms,
  tx: Transaction<Tables>,
  rerun: RerunRow,
  items: readonly NextItem[],
): Promise<void> {
  const { arrivals, whole, gone } = rerunArrivals(rerun, items);
  await putArrivals(
    tx,
    arrivals.map((arrival) => ({ ...arrival, id: uuidV7(), workspaceId: rerun.workspace_id })),
  );
  await mark(
    tx,
    rerun.id,
    arrivals.map(({ place }) => place),
    { state: 'under-way' },
  );
  await mark(tx, rerun.id, gone, { state: 'stopped', says: 'It is no longer there.' });
  // An event that never met a subscription goes in whole, through the door: when this step is done again, it says that it has gone.
  for (const { place, eventId } of whole) {
    const said = await rooms.lanes.runParked(rerun.workspace_id, eventId);
    const state = said instanceof ProblemError ? 'stopped' : 'done';
    await mark(tx, rerun.id, [place], { state, says: said instanceof ProblemError ? said.message : said });
  }
}

interface Mark {
  readonly state: Selectable<RerunTables['rerun_item']>['state'];
  readonly says?: string;
}

async function mark(
  tx: Transaction<Tables>,
  rerunId: string,
  places: readonly number[],
  { state, says }: Mark,
): Promise<void> {
  if (places.length === 0) return;
  await tx
    .updateTable('rerun_item')
    .set({
      state,
      says: says ?? null,
      ended_at: state === 'under-way' ? null : sql<string>`clock_timestamp()`,
    })
    .where('rerun_id', '=', rerunId)
    .where('place', 'in', places)
    .execute();
}

async function pauseFor(tx: Transaction<Tables>, id: string, ms: number): Promise<void> {
  // From when it was due, so that the pace is kept although a step takes time; but never to make up for a time of standing still.
  await sql`update rerun set next_at = greatest(next_at, clock_timestamp() - interval '1 second') + make_interval(secs => ${ms / 1000})
             where id = ${id}`.execute(tx);
}

async function endWhenDone(tx: Transaction<Tables>, { id }: RerunRow): Promise<boolean> {
  const ended = await sql`
    update rerun set state = 'done', ended_at = clock_timestamp()
     where id = ${id} and not exists (select from rerun_item where rerun_id = ${id} and state = 'under-way')`.execute(
    tx,
  );
  const isDone = ended.numAffectedRows === 1n;
  if (!isDone) await pauseFor(tx, id, LOOK_AGAIN_MS);
  return isDone;
}
