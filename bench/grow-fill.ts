// Fills the measured workspace with a long past: contacts, subscriptions, events and waiting runs, made after real rows of it.
import type pg from 'pg';
import { makePartitionsAhead } from '@bellwire/server/retention/partitions.ts';
import { WEEK_MS } from '@bellwire/server/retention/weeks.ts';

export interface Size {
  readonly contacts: number;
  readonly subscriptions: number;
  readonly events: number;
  readonly runs: number;
}

const WEEKS = 13;
const CHUNK = 100_000;

/** Fixed ids, so that those who read need not ask for them. */
export const contactId = (n: string): string => uuidOf(`'contact ' || ${n}`);
export const runId = (n: string): string => idOf(`(${n}) * 1000`, `'run ' || ${n}`);

function uuidOf(seed: string): string {
  return `overlay(overlay(md5(${seed}) placing '4' from 13) placing '8' from 17)::uuid`;
}

/** A uuid version 7 of so many milliseconds ago. */
function idOf(msAgo: string, seed: string): string {
  const time = `lpad(to_hex(floor(extract(epoch from current_date) * 1000)::bigint - (${msAgo})), 12, '0')`;
  return `(${time} || '70008' || substr(md5(${seed}), 1, 15))::uuid`;
}

export async function fill(pool: pg.Pool, size: Size, say: (words: string) => void): Promise<void> {
  await makePastPartitions(pool);
  await inChunks(pool, size.contacts, (from, to) => fillContacts(from, to));
  say('contacts');
  await pool.query(fillSubscriptions(size.subscriptions));
  say('subscriptions');
  await inChunks(pool, size.runs, (from, to) => fillRuns(from, to, size));
  await inChunks(pool, size.runs, (from, to) => fillTimers(from, to, size));
  say('waiting runs with their timers');
  await inChunks(pool, size.events, (from, to) => fillEvents(from, to, size));
  say('events');
  await pool.query('vacuum analyze');
  say('vacuum and analyze');
}

/** As they would be after thirteen weeks; a new database has one partition for all that came before it. */
async function makePastPartitions(pool: pg.Pool): Promise<void> {
  for (const table of ['event', 'run']) {
    const start = `id_at(date_trunc('week', now()) - interval '${WEEKS} weeks')`;
    await pool.query(`
      create table ${table}_kept as select * from ${table};
      truncate ${table};
      alter table ${table} detach partition ${table}_first;
      do $$ begin
        execute format('alter table ${table} attach partition ${table}_first for values from (minvalue) to (%L)', ${start});
      end $$`);
  }
  await makePartitionsAhead(pool, Date.now() - WEEK_MS);
  for (const table of ['event', 'run'])
    await pool.query(`insert into ${table} select * from ${table}_kept; drop table ${table}_kept`);
}

/** Two at once, for two cores. */
async function inChunks(
  pool: pg.Pool,
  count: number,
  text: (from: number, to: number) => string,
): Promise<void> {
  const chunks = Array.from(
    { length: Math.ceil(count / CHUNK) },
    (_, n) => [n * CHUNK + 1, Math.min(count, (n + 1) * CHUNK)] as const,
  );
  const take = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift())
      await pool.query(text(...chunk));
  };
  await Promise.all([take(), take()]);
}

function series(from: number, to: number): string {
  return `generate_series(${from}::bigint, ${to}::bigint) as n`;
}

function fillContacts(from: number, to: number): string {
  return `insert into contact (id, workspace_id, bot_id, ns, name, email, fields, last_seen_at)
    select ${contactId('n')}, workspace_id, bot_id, 'g' || n, 'Contact ' || n, 'c' || n || '@example.com', fields,
           case when n % 3 = 0 then now() - n * interval '1 second' end
      from (select * from contact where ns = 'f9u1') one, ${series(from, to)}`;
}

/** A hundred installs, so that each event still meets the one subscription that it met before. */
function fillSubscriptions(count: number): string {
  return `with made as (
      insert into install (id, workspace_id, app_id, version_id, name, scopes)
      select ${uuidOf(`'install ' || n`)}, workspace_id, app_id, version_id, 'Install ' || n, scopes
        from (select * from install where name = 'Bench Pay') one, generate_series(0, 99) n
    )
    insert into subscription (id, workspace_id, bot_id, install_id, trigger, flow_id, enabled)
    select ${uuidOf(`'subscription ' || n`)}, workspace_id, bot_id, ${uuidOf(`'install ' || n % 100`)}, 'trigger_' || n / 100, flow_id, true
      from (select * from subscription limit 1) one, generate_series(0, ${count - 1}) n`;
}

function fillRuns(from: number, to: number, { contacts }: Size): string {
  return `insert into run (workspace_id, id, bot_id, contact_id, flow_id, flow_version, event_id, subscription_id, status, turn, state, history, started_at)
    select workspace_id, ${runId('n')}, bot_id, ${contactId(`(n % ${contacts} + 1)`)}, flow_id, flow_version, event_id, subscription_id, 'waiting', 1,
           json_build_object('frames', json_build_array(json_build_object('flow', json_build_object('is', 'bot', 'flowId', flow_id, 'version', 1),
             'step', 'say', 'values', json_build_object('trigger', repeat('x', 300)))), 'waiting', json_build_object('is', 'time', 'until', '2030-01-01T00:00:00.000Z'), 'steps', 3),
           history, now()
      from (select * from run where status = 'done' limit 1) one, ${series(from, to)}`;
}

function fillTimers(from: number, to: number, { contacts }: Size): string {
  return `insert into timer (run_id, turn, workspace_id, shard, lane, due_at)
    select ${runId('n')}, 1, workspace_id, n % 64, ${contactId(`(n % ${contacts} + 1)`)}, now() + interval '1 day' + n * interval '1 second'
      from (select id as workspace_id from workspace limit 1) one, ${series(from, to)}`;
}

/** One in a thousand is not done, so that the lists have rare ones to look for. */
function fillEvents(from: number, to: number, { events, contacts }: Size): string {
  const msAgo = `(n * ${WEEKS * WEEK_MS}::bigint / ${events})`;
  return `insert into event (workspace_id, id, install_id, trigger, bot_id, contact_id, contact_ns, items, source, state, reason, hops,
           fired_by, fired_at, settled_at, arrival, decisions)
    select workspace_id, ${idOf(msAgo, `'event ' || n`)}, install_id, trigger, bot_id, ${contactId(`(n % ${contacts} + 1)`)}, contact_ns, items, source,
           case when n % 1000 = 0 then 'filtered' else state end, reason, hops, fired_by, fired_at, settled_at, arrival, decisions
      from (select * from event where state = 'done' limit 1) one, ${series(from, to)}`;
}
