// Tests of the stream of events: each once, in whatever order they come to light, from wherever one left off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { StreamInput } from '@bellwire/model/streams.ts';
import { testShop } from '../bots/shop-for-test.ts';
import { refused } from '../http/refused.ts';
import { followEvents } from './follow-events.ts';
import { addSettled } from './rows-for-test.ts';

type Input = StreamInput<'followEvents'>;

async function followedShop(t: TestContext) {
  const shop = await testShop(t);
  const { pool } = shop.rooms.database;
  const settle = async (state: 'done' | 'parked' = 'done') => {
    const id = await addSettled(shop, {}, { state });
    await pool.query('update event set settled_at = clock_timestamp() where id = $1', [id]);
    return id;
  };
  const follow = (input: Input = {}, context = shop.ours) => follower(t, input, context);
  return { ...shop, pool, settle, follow };
}

function follower(t: TestContext, input: Input, context: Parameters<typeof followEvents>[1]) {
  const leaving = new AbortController();
  t.after(() => leaving.abort());
  const told = followEvents(input, context, leaving.signal)[Symbol.asyncIterator]();
  let cursor = '';
  const next = async () => {
    const { value } = await told.next();
    cursor = value?.cursor ?? cursor;
    return value?.row;
  };
  return {
    /** Begins; resolves when all from now on is told. */
    begin: next,
    leave: () => leaving.abort(),
    cursor: () => cursor,
    /** The ids of the next so many rows. */
    take: async (count: number) => {
      const ids: string[] = [];
      while (ids.length < count) {
        const row = await next();
        if (row !== undefined) ids.push(row.id);
      }
      return ids;
    },
  };
}

test('what is settled after the beginning is told once, and what was before is not', async (t) => {
  const { settle, follow, theirs } = await followedShop(t);
  await settle();
  const [stream, stranger] = [follow(), follow({}, theirs)];
  await stream.begin();
  await stranger.begin();
  const ids = [await settle(), await settle(), await settle()];
  assert.deepEqual(await stream.take(3), ids);
  assert.equal(await stranger.begin(), undefined, 'Another workspace hears nothing of it.');
});

test('a row whose commit comes late, behind newer ones, is told all the same', async (t) => {
  const { settle, follow, pool } = await followedShop(t);
  const late = await settle();
  const stream = follow();
  await stream.begin();
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`select set_config('bellwire.workspace', '*', true)`);
  await client.query('update event set settled_at = clock_timestamp() where id = $1', [late]);
  const [first, second] = [await settle(), await settle()];
  assert.deepEqual(await stream.take(2), [first, second]);
  await client.query('commit');
  client.release();
  const third = await settle();
  assert.deepEqual(await stream.take(2), [late, third]);
});

test('left at any row, it goes on behind it', async (t) => {
  const { settle, follow } = await followedShop(t);
  const stream = follow();
  await stream.begin();
  const start = stream.cursor();
  const ids = [await settle(), await settle(), await settle(), await settle()];
  let after = start;
  for (const id of ids) {
    const again = follow({ after });
    assert.deepEqual(await again.take(1), [id]);
    after = again.cursor();
    again.leave();
  }
  const last = await settle();
  assert.deepEqual(await follow({ after }).take(1), [last]);
});

test('more than one page of rows is told whole and in order', async (t) => {
  const { follow, pool, ours } = await followedShop(t);
  const stream = follow();
  await stream.begin();
  await pool.query(
    `insert into event (workspace_id, id, trigger, items, source, state, fired_by, fired_at, settled_at)
     select $1, gen_random_uuid(), 'x', '{}', 'api', 'done', 'a test', now(), clock_timestamp() from generate_series(1, 450)`,
    [ours.workspaceId],
  );
  const ids = await stream.take(450);
  assert.equal(new Set(ids).size, 450);
});

test('an event that is settled anew is told anew, and filters hold', async (t) => {
  const { settle, follow, pool } = await followedShop(t);
  const [all, parked] = [follow(), follow({ state: 'parked' })];
  await all.begin();
  await parked.begin();
  const [id, other] = [await settle('parked'), await settle()];
  assert.deepEqual(await all.take(2), [id, other]);
  await pool.query(`update event set state = 'done', settled_at = clock_timestamp() where id = $1`, [id]);
  assert.deepEqual(await all.take(1), [id]);
  // It looks only now, when the first one is parked no more.
  const next = await settle('parked');
  assert.deepEqual(await parked.take(1), [next]);
});

test('a place in the stream of another database, or none at all, is refused with words', async (t) => {
  const { follow } = await followedShop(t);
  await refused(follow({ after: 'x' }).begin(), 'bad-input', /"next"|stream/, 'after');
  const stream = follow();
  await stream.begin();
  const [, at] = JSON.parse(Buffer.from(stream.cursor(), 'base64url').toString());
  const far = ['9000000000:9000000000:', at, null, null, null];
  const elsewhere = follow({ after: Buffer.from(JSON.stringify(far)).toString('base64url') });
  await elsewhere.begin();
  await refused(elsewhere.begin(), 'bad-input', /another database/, 'after');
});
