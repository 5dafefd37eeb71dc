// How long the questions take that are asked all day: those of the lanes on their own session, those of the screens over HTTP.
import pg from 'pg';
import { getTypeParser } from '@bellwire/server/database/value-types.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { FreshRows } from '@bellwire/server/lanes/fresh-rows.ts';
import { readBusyLanes, readContacts, readRuns } from '@bellwire/server/lanes/read-batch.ts';
import { logReader, readHeld } from '@bellwire/server/lanes/read-log.ts';
import { SHARDS } from '@bellwire/server/lanes/shard.ts';
import { fireTimers } from '@bellwire/server/lanes/timers.ts';
import { createToken } from '@bellwire/server/people/token.ts';
import { contactId, runId, type Size } from './grow-fill.ts';

export interface Timing {
  readonly name: string;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const TIMES = 200;
/** As many as a batch of the lanes has at most. */
const BATCH = 500;

export async function timeLaneQueries(url: string, size: Size): Promise<Timing[]> {
  const session = new pg.Client({
    connectionString: url,
    options: '-c bellwire.workspace=*',
    types: { getTypeParser },
  });
  await session.connect();
  await session.query('set plan_cache_mode = force_generic_plan');
  const { rows } = await session.query<{ id: string }>('select id from workspace limit 1');
  const workspaceId = rows[0]?.id ?? '';
  const shards = new Set(Array.from({ length: SHARDS }, (_, shard) => shard));
  const some = async (id: (n: string) => string, count: number): Promise<string[]> => {
    const found = await session.query<{ id: string }>(
      `select ${id('n')} as id from (select 1 + floor(random() * ${count})::bigint as n from generate_series(1, ${BATCH})) numbers`,
    );
    return found.rows.map((row) => row.id);
  };
  const log = logReader(session, shards, new FreshRows());
  const all = async (): Promise<number[]> => [...shards];
  const contacts = () => some(contactId, size.contacts);
  const runs = async () => (await some(runId, size.runs)).map((id) => ({ workspaceId, id }));
  const timings = [
    await time('read the log', all, () => log.read(BATCH)),
    await time('read what was held', contacts, (lanes) => readHeld(session, lanes, BATCH)),
    await time('read busy lanes', all, (owned) => readBusyLanes(session, owned)),
    await time('claim timers', all, () => fireTimers(session, shards)),
    await time(`read ${BATCH} contacts`, contacts, (ids) => readContacts(session, ids)),
    await time(`read ${BATCH} runs`, runs, (names) => readRuns(session, names)),
  ];
  await session.end();
  return timings;
}

const pages = [
  ['list events', '/api/events'],
  ['list events, a rare state', '/api/events?state=filtered'],
  ['list events, a state that none has', '/api/events?state=refused'],
  ['list events of a contact', '/api/events?contactId='],
  ['search events', '/api/events?search=nowhere-to-be-found'],
  ['list contacts', '/api/contacts'],
  ['search contacts', '/api/contacts?search=nowhere-to-be-found'],
  ['list runs', '/api/runs'],
  ['list failed runs', '/api/runs?status=failed'],
  ['list runs of a contact', '/api/runs?contactId='],
  ['home', '/api/home'],
] as const;

/** Over HTTP, with all that a screen waits for; fewer times, because the slow ones are to be seen rather than suffered. */
export async function timePages(url: string, port: number): Promise<Timing[]> {
  const client = new pg.Client({ connectionString: url, options: '-c bellwire.workspace=*' });
  await client.connect();
  const { token, hash, start } = createToken('key');
  await client.query(
    `insert into api_key (id, workspace_id, name, scopes, token_hash, start)
     select $1, id, 'grow', '{events:read,contacts:read,workspace:read}', $2, $3 from workspace limit 1`,
    [uuidV7(), hash, start],
  );
  const { rows } = await client.query<{ id: string }>(`select ${contactId('77::bigint')} as id`);
  await client.end();
  const timings: Timing[] = [];
  for (const [name, path] of pages) {
    const address = `http://127.0.0.1:${port}${path}${path.endsWith('=') ? (rows[0]?.id ?? '') : ''}`;
    timings.push(
      await time(
        name,
        async () => address,
        (page) => ask(page, token),
        TIMES / 10,
      ),
    );
  }
  return timings;
}

async function ask(address: string, token: string): Promise<void> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${body.slice(0, 300)}`);
}

async function time<Given>(
  name: string,
  prepare: () => Promise<Given>,
  work: (given: Given) => Promise<unknown>,
  times = TIMES,
): Promise<Timing> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const given = await prepare();
    const startedAt = performance.now();
    await work(given);
    took.push(performance.now() - startedAt);
  }
  took.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((took[Math.min(times - 1, Math.floor(times * share))] ?? 0) * 100) / 100;
  return { name, p50Ms: at(0.5), p99Ms: at(0.99) };
}
