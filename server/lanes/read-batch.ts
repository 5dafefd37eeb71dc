// Reads what the arrivals of a batch are about: contacts, runs and past events, and which lanes are held up.
import type pg from 'pg';
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Run } from '@bellwire/model/run.ts';
import type { Tables } from '../database/tables.ts';
import type { Selectable } from 'kysely';

/** The lanes of newly taken shards in which a run waits for an answer, and those in which something waits behind one. */
export async function readBusyLanes(
  session: pg.Client,
  shards: readonly number[],
): Promise<{ waiting: string[]; held: string[] }> {
  const { rows } = await session.query<{ lane: string; held: boolean }>(
    `select lane, false as held from outgoing_call where shard = any($1::smallint[])
     union select lane, false from lane_log where shard = any($1::smallint[]) and kind = 'answer'
     union select distinct lane, true from lane_held where shard = any($1::smallint[])`,
    [shards],
  );
  return {
    waiting: rows.filter(({ held }) => !held).map(({ lane }) => lane),
    held: rows.filter(({ held }) => held).map(({ lane }) => lane),
  };
}

export async function readContacts(session: pg.Client, ids: readonly string[]): Promise<ContactState[]> {
  if (ids.length === 0) return [];
  const { rows } = await session.query<Selectable<Tables['contact']>>({
    name: 'lane-contacts',
    text: 'select * from contact where id = any($1::uuid[])',
    values: [ids],
  });
  return rows.map((row) => ({
    id: row.id,
    ns: row.ns,
    workspaceId: row.workspace_id,
    botId: row.bot_id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    timeZone: row.time_zone,
    fields: row.fields,
    tags: row.tags,
    pausedUntil: row.paused_until,
    askingRunId: row.asking_run_id,
    lastText: row.last_text,
    lastSeq: row.last_seq,
    order: row.newest_order,
  }));
}

export interface RunName {
  readonly workspaceId: string;
  readonly id: string;
}

export async function readRuns(session: pg.Client, names: readonly RunName[]): Promise<Run[]> {
  if (names.length === 0) return [];
  const { rows } = await session.query<Selectable<Tables['run']>>({
    name: 'lane-runs',
    text: `select r.* from run r join unnest($1::uuid[], $2::uuid[]) as n(workspace_id, id) using (workspace_id, id)
            where r.status = 'waiting'`,
    values: [names.map(({ workspaceId }) => workspaceId), names.map(({ id }) => id)],
  });
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    botId: row.bot_id,
    contactId: row.contact_id,
    eventId: row.event_id,
    subscriptionId: row.subscription_id,
    hops: row.hops,
    frames: row.state?.frames ?? [],
    status: row.status,
    waiting: row.state?.waiting ?? null,
    turn: row.turn,
    steps: row.state?.steps ?? 0,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    history: row.history,
    ...(row.state?.replay === undefined ? {} : { replay: row.state.replay }),
  }));
}
