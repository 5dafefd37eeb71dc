// Removes what has been kept long enough. What is parked or waits stays, however old it is.
import type pg from 'pg';
import type { KeepDays } from '@bellwire/model/retention.ts';
import { smallestUuidAt } from '../database/uuid.ts';
import { inTransaction } from './in-transaction.ts';
import { longestEventDays, readOwnDays, type WorkspaceDays } from './own-days.ts';
import { partitioned, readPartitions, type PartitionedTable } from './partitions.ts';
import { deleteInSteps } from './small-steps.ts';

export interface Removing {
  readonly pool: pg.Pool;
  readonly keepDays: KeepDays;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
}

const DAY_MS = 24 * 3600 * 1000;
/** Keys by which doubles are known: promised for at least so long. */
const KEY_DAYS = 30;

/** What a row must not be, to go. */
const mayGo: Readonly<Record<PartitionedTable, string>> = {
  event: 'not exists (select from parked p where p.event_id = old.id)',
  run: `old.status <> 'waiting'`,
};

export async function removeOld(removing: Removing): Promise<void> {
  const all = await readOwnDays(removing.pool, removing.keepDays);
  const longest = longestEventDays(all, removing.keepDays);
  if (longest !== null) await removePartitions(removing, longest);
  for (const one of all) await removeOfWorkspace(removing, one, longest);
  await removeOfAll(removing, longest);
}

function daysAgo({ now }: Removing, days: number): Date {
  return new Date(now - days * DAY_MS);
}

/** A week that nobody keeps any more goes as a whole, unless something in it has to stay; then all around that goes. */
async function removePartitions(removing: Removing, days: number): Promise<void> {
  const { pool, now, signal } = removing;
  for (const { table } of partitioned) {
    for (const { name, to } of await readPartitions(pool, table)) {
      if (to > now - days * DAY_MS || signal.aborted) continue;
      const { rows } = await pool.query<{ stays: boolean }>(
        `select exists (select from ${name} old where not (${mayGo[table]})) as stays`,
      );
      if (rows[0]?.stays === true) await deleteInSteps(removing, name, mayGo[table], []);
      else await inTransaction(pool, async (client) => void (await client.query(`drop table ${name}`)));
    }
  }
}

async function removeOfWorkspace(
  removing: Removing,
  { workspaceId, days }: WorkspaceDays,
  longest: number | null,
): Promise<void> {
  if (days.event !== longest)
    for (const { table } of partitioned)
      await removeRows(removing, table, workspaceId, days.event, mayGo[table]);
  for (const state of ['unheard', 'refused'] as const)
    await removeRows(removing, 'event', workspaceId, days[state], `old.state = '${state}'`);
  await removeWebhookCalls(removing, workspaceId, days.event, '');
  await removeWebhookCalls(removing, workspaceId, days.refused, ` and old.verdict = 'refused'`);
  if (days.message !== null) {
    const values = [workspaceId, daysAgo(removing, days.message)];
    await deleteInSteps(removing, 'message', 'old.workspace_id = $2 and old.sent_at < $3', values);
  }
}

/** Partition by partition: the primary key leads to the rows of a workspace that are older than an id. */
async function removeRows(
  removing: Removing,
  table: PartitionedTable,
  workspaceId: string,
  days: number | null,
  which: string,
): Promise<void> {
  if (days === null) return;
  const before = daysAgo(removing, days);
  const where = `old.workspace_id = $2 and old.id < $3 and ${which}`;
  for (const { name, to } of await readPartitions(removing.pool, table)) {
    await deleteInSteps(removing, name, where, [workspaceId, smallestUuidAt(before)]);
    // Those after it are younger throughout.
    if (to >= before.getTime()) return;
  }
}

/** What came in at webhooks is kept as long as the events that it led to. */
async function removeWebhookCalls(
  removing: Removing,
  workspaceId: string,
  days: number | null,
  which: string,
): Promise<void> {
  if (days === null) return;
  const values = [workspaceId, smallestUuidAt(daysAgo(removing, days))];
  await deleteInSteps(removing, 'webhook_call', `old.workspace_id = $2 and old.id < $3${which}`, values);
}

/** Lines that belong to events, and keys that nobody sends again. */
async function removeOfAll(removing: Removing, longest: number | null): Promise<void> {
  await deleteInSteps(removing, 'message_key', 'old.created_at < $2', [daysAgo(removing, KEY_DAYS)]);
  await deleteInSteps(removing, 'webhook_key', 'old.at < $2', [daysAgo(removing, KEY_DAYS)]);
  await deleteInSteps(removing, 'capture', 'old.expires_at < $2', [daysAgo(removing, 1)]);
  if (longest === null) return;
  await deleteInSteps(removing, 'event_double', 'old.at < $2', [daysAgo(removing, longest)]);
  await deleteInSteps(removing, 'one_time_url', 'old.id < $2', [smallestUuidAt(daysAgo(removing, longest))]);
}
