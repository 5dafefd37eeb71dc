// Writes all that one turn of a schedule came to in one transaction: the flows that start, the keys they are known by, and how far it came.
import { sql } from 'kysely';
import type { Transaction, Updateable } from 'kysely';
import type { Identity } from '@bellwire/model/identity.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { ScheduledArrival } from '../lanes/arrival.ts';
import { putArrivals } from '../lanes/put-arrivals.ts';
import { dueAfterFailure, dueToGoOn, nextDue } from './next-due.ts';
import type { PollState } from './poll-state.ts';
import type { Failure } from './read-pages.ts';
import type { ScheduleRooms, ScheduleRow } from './schedule-rooms.ts';
import type { ScheduleTables } from './tables.ts';

export interface Started {
  /** The contact's; null for none. */
  readonly lane: string | null;
  readonly arrival: ScheduledArrival;
  readonly keys?: readonly string[];
  /** It had waited for its contact. */
  readonly waitingId?: string;
}

export interface Unmatched {
  readonly record: Json;
  readonly identities: readonly Identity[];
  readonly keys: readonly string[];
}

export interface Turn {
  readonly started: readonly Started[];
  readonly unmatched?: readonly Unmatched[];
  readonly keys?: { readonly passedOver: readonly string[]; readonly metAgain: readonly string[] };
  readonly state?: PollState;
  /** There is more to be read at once. */
  readonly isUnfinished?: boolean;
  readonly failure?: Failure;
  readonly says?: string;
}

/** A key that is met again is known for longer; once a day is enough to say so. */
const REMEMBER_ANEW = sql<string>`now() - interval '1 day'`;

/**
 * `turn`: null where the schedule is there no more. Nothing is written when the lease ran out and another process has claimed
 * the schedule since: what it reads again, it finds as new as this one did.
 */
export async function keepTurn(rooms: ScheduleRooms, claimed: ScheduleRow, turn: Turn | null): Promise<void> {
  const isKept = await rooms.tenants.platform.transaction().execute(async (tx) => {
    const row = await lockClaim(tx, claimed);
    if (row === undefined) return false;
    if (turn === null) await update(tx, row, { due_at: null, planned_at: null, tries: 0, failures: 0 });
    else await keep(rooms, tx, row, turn);
    return true;
  });
  if (isKept && turn !== null && turn.started.length > 0) rooms.lanes.wake();
}

async function lockClaim(tx: Transaction<Tables>, { install_id, name, due_at }: ScheduleRow) {
  return tx
    .selectFrom('install_schedule')
    .selectAll()
    .select(sql<string>`date_trunc('milliseconds', clock_timestamp())`.as('now'))
    .where('install_id', '=', install_id)
    .where('name', '=', name)
    .where('due_at', '=', due_at)
    .forUpdate()
    .executeTakeFirst();
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockClaim>>>;

async function keep(rooms: ScheduleRooms, tx: Transaction<Tables>, row: Locked, turn: Turn): Promise<void> {
  const { started, unmatched = [], failure } = turn;
  await rememberKeys(tx, row, turn);
  await takeOffWaiting(tx, started);
  await keepWaiting(tx, row, unmatched);
  await putArrivals(
    tx,
    started.map(({ lane, arrival }) => ({
      id: uuidV7(),
      workspaceId: row.workspace_id,
      lane: lane ?? uuidV7(),
      arrival,
    })),
  );
  const due = dueAfter(rooms, row, turn);
  const records = started.length + unmatched.length;
  await update(tx, row, {
    due_at: due,
    planned_at: due,
    tries: failure === undefined ? 0 : row.tries,
    failures: failure === undefined ? 0 : row.tries,
    failure: failure?.says ?? turn.says ?? null,
    last_at: row.now,
    last_records: records,
    records: row.records + records,
    ...(turn.state !== undefined && { state: JSON.stringify(turn.state) }),
  });
}

function dueAfter(
  { leastScheduleMinutes: leastMinutes }: ScheduleRooms,
  row: Locked,
  { failure, isUnfinished }: Turn,
): string | null {
  const ended = { planned: row.timing, plannedAt: row.planned_at, now: row.now, leastMinutes };
  if (failure !== undefined) return dueAfterFailure(ended, row.tries, failure.askedForMs);
  return isUnfinished === true ? dueToGoOn(ended) : nextDue(ended);
}

async function rememberKeys(tx: Transaction<Tables>, row: Locked, turn: Turn): Promise<void> {
  const { started, unmatched = [], keys = { passedOver: [], metAgain: [] } } = turn;
  const { workspace_id, install_id, name } = row;
  const fresh = [...started, ...unmatched].flatMap((each) => each.keys ?? []);
  const all = [...new Set([...fresh, ...keys.passedOver])];
  if (all.length > 0)
    await sql`insert into schedule_key (workspace_id, install_id, name, key)
              select ${workspace_id}, ${install_id}, ${name}, key from jsonb_array_elements_text(${JSON.stringify(all)}) as t(key)
              on conflict do nothing`.execute(tx);
  if (keys.metAgain.length > 0)
    await tx
      .updateTable('schedule_key')
      .set({ seen_at: sql<string>`now()` })
      .where('install_id', '=', install_id)
      .where('name', '=', name)
      .where('key', 'in', [...keys.metAgain])
      .where('seen_at', '<', REMEMBER_ANEW)
      .execute();
}

async function takeOffWaiting(tx: Transaction<Tables>, started: readonly Started[]): Promise<void> {
  const ids = started.flatMap(({ waitingId }) => (waitingId === undefined ? [] : [waitingId]));
  if (ids.length > 0) await tx.deleteFrom('schedule_record').where('id', 'in', ids).execute();
}

async function keepWaiting(
  tx: Transaction<Tables>,
  row: Locked,
  unmatched: readonly Unmatched[],
): Promise<void> {
  if (unmatched.length === 0) return;
  const { workspace_id, install_id, name } = row;
  await tx
    .insertInto('schedule_record')
    .values(
      unmatched.map(({ record, identities }) => ({
        id: uuidV7(),
        workspace_id,
        install_id,
        name,
        record: JSON.stringify({ value: record }),
        identities: JSON.stringify(identities),
      })),
    )
    .execute();
}

async function update(
  tx: Transaction<Tables>,
  { install_id, name }: Pick<ScheduleRow, 'install_id' | 'name'>,
  changes: Updateable<ScheduleTables['install_schedule']>,
): Promise<void> {
  await tx
    .updateTable('install_schedule')
    .set(changes)
    .where('install_id', '=', install_id)
    .where('name', '=', name)
    .execute();
}
