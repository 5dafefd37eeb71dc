// Whose arrivals are read next: in turns of workspaces, each in the order of its own part of the log.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { getTypeParser } from '../database/value-types.ts';
import { testDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import { FreshRows } from './fresh-rows.ts';
import { logReader } from './read-log.ts';

const shards: ReadonlySet<number> = new Set([1]);

async function open(t: TestContext) {
  const database = await testDatabase(t);
  const session = new pg.Client({
    connectionString: database.url,
    options: '-c bellwire.workspace=*',
    types: { getTypeParser },
  });
  await session.connect();
  database.beforeDrop(() => session.end());
  const put = async (workspaceId: string, count: number, by: pg.Client = session): Promise<void> => {
    await by.query(
      `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
       select 1, gen_random_uuid(), $1, gen_random_uuid(), 'due', '{}', now() from generate_series(1, $2::int)`,
      [workspaceId, count],
    );
  };
  const take = async (rows: readonly { seq: number }[]): Promise<void> => {
    await session.query('delete from lane_log where seq = any($1)', [rows.map(({ seq }) => seq)]);
  };
  const fresh = new FreshRows();
  return { database, session, put, take, fresh, reader: logReader(session, shards, fresh) };
}

test('a workspace with a long queue keeps no other waiting', async (t) => {
  const { put, reader } = await open(t);
  const [busy, quiet] = [uuidV7(), uuidV7()];
  await put(busy, 1000);
  await put(quiet, 1);
  const rows = await reader.read(50);
  assert.equal(rows.filter(({ workspaceId }) => workspaceId === quiet).length, 1);
});

test('two that both have a queue share the batch, by their shares', async (t) => {
  const { put, reader, database } = await open(t);
  const [one, two] = [uuidV7(), uuidV7()];
  await database.platform.insertInto('workspace').values({ id: two, name: 'Two', lane_share: 3 }).execute();
  await put(one, 500);
  await put(two, 500);
  await reader.read(40);
  const rows = await reader.read(40);
  const count = (id: string): number => rows.filter(({ workspaceId }) => workspaceId === id).length;
  assert.deepEqual([count(one), count(two)], [20, 60]);
});

test('where there are more workspaces than a batch serves, the others come next', async (t) => {
  const { put, take, reader } = await open(t);
  const workspaces = Array.from({ length: 40 }, () => uuidV7());
  for (const workspace of workspaces) await put(workspace, 3);
  const served = new Set<string>();
  for (let batch = 0; batch < 3; batch++) {
    const rows = await reader.read(20);
    for (const { workspaceId } of rows) served.add(workspaceId);
    await take(rows.slice(0, 1));
  }
  assert.equal(served.size, 40);
});

test('what commits late comes before what was given a later number, though that was seen before', async (t) => {
  const { put, reader, database } = await open(t);
  const workspace = uuidV7();
  const late = new pg.Client({ connectionString: database.url, options: '-c bellwire.workspace=*' });
  await late.connect();
  await late.query('begin');
  await put(workspace, 1, late);
  await put(workspace, 1);
  const [second] = await reader.read(10);
  await late.query('commit');
  await late.end();
  const both = await reader.read(10);
  assert.equal(both.length, 2);
  assert.equal(both[1]?.id, second?.id);
});

test('what this process put in is not read back, and nothing else comes from memory', async (t) => {
  const { put, reader, fresh, session } = await open(t);
  const workspace = uuidV7();
  await put(workspace, 2);
  const [first, second] = await reader.read(10);
  assert.ok(first !== undefined && second !== undefined);
  const said = { kind: 'said', text: 'from memory', payload: null } as const;
  fresh.keep([{ ...first, arrival: said }]);
  await session.query('delete from lane_log where seq = $1', [second.seq]);
  fresh.keep([{ ...second, arrival: said }]);
  assert.deepEqual(
    (await reader.read(10)).map(({ id, arrival }) => [id, arrival.kind]),
    [[first.id, 'said']],
  );
});

test('a workspace that comes while others are worked off is new until it is served, and has company from then on', async (t) => {
  const { put, reader, fresh } = await open(t);
  const [busy, quiet] = [uuidV7(), uuidV7()];
  await put(busy, 3);
  const [row] = await reader.read(10);
  assert.ok(row !== undefined);
  fresh.keep([row]);
  assert.equal(reader.hasNewcomer(), false);
  fresh.keep([{ ...row, seq: row.seq + 100, workspaceId: quiet }]);
  assert.equal(reader.hasNewcomer(), true);
  assert.equal(reader.hasCompany(), false);
  await put(quiet, 1);
  await reader.read(10);
  assert.equal(reader.hasNewcomer(), false);
  assert.equal(reader.hasCompany(), true);
});

test('what is put back is read again, with the body it had', async (t) => {
  const { put, reader, fresh } = await open(t);
  await put(uuidV7(), 1);
  const [row] = await reader.read(10);
  assert.ok(row !== undefined);
  const said = { ...row, arrival: { kind: 'said', text: 'from memory', payload: null } } as const;
  fresh.keep([said]);
  const [taken] = await reader.read(10);
  assert.ok(taken !== undefined);
  reader.putBack([taken]);
  assert.deepEqual(await reader.read(10), [said]);
});
