// A turn in pieces: what the database refuses spoils only itself, wherever it stands, and everything else happens once and in order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { uuidV7 } from '../database/uuid.ts';
import { shardOf } from './shard.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const saying: FlowGraph = {
  start: 'say',
  steps: [{ id: 'say', type: 'send-message', settings: { kind: 'text', text: '{{trigger.n}}' }, exits: {} }],
};

test('of 300 events of three contacts that come at once, the two that the database refuses are kept aside, the others run once and in order', async (t) => {
  const shop = await testLanes(t, { graph: saying });
  const contacts = [await shop.makeContact(), await shop.makeContact(), await shop.makeContact()];
  const refused = new Set([70, 201]);
  await putIn(
    shop,
    Array.from({ length: 300 }, (_, n) => ({
      lane: contacts[n % 3]?.id ?? '',
      // jsonb, as which items are kept, has no place for this character; the log takes any JSON.
      items: { n, ...(refused.has(n) ? { bad: '\u0000' } : {}) },
    })),
  );
  await shop.settle();
  for (const [index, { id }] of contacts.entries()) {
    const own = Array.from({ length: 100 }, (_, place) => place * 3 + index);
    const expected = own.filter((n) => !refused.has(n)).map(String);
    assert.deepEqual(await textsOf(shop, id), expected);
  }
  const { rows: kept } = await shop.database.pool.query<{ count: number }>(
    'select count(*)::int as count from lane_failed',
  );
  assert.deepEqual(kept, [{ count: 2 }]);
});

/** In one statement, so that one turn finds them all. */
async function putIn(
  { database, workspaceId, installId }: TestLanes,
  events: readonly { readonly lane: string; readonly items: JsonObject }[],
): Promise<void> {
  const fire = {
    kind: 'fire',
    installId,
    trigger: 'tick',
    source: 'api',
    firedBy: 'the test',
    hops: 0,
    causeRunId: null,
    urlId: null,
    onlySubscriptionId: null,
    arrival: [],
  };
  await database.pool.query(
    `insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
     select shard, lane, $1, id, 'fire', body, now()
       from unnest($2::int2[], $3::uuid[], $4::uuid[], $5::json[]) as r(shard, lane, id, body)`,
    [
      workspaceId,
      events.map(({ lane }) => shardOf(lane)),
      events.map(({ lane }) => lane),
      events.map(() => uuidV7()),
      events.map(({ items }) => JSON.stringify({ ...fire, items })),
    ],
  );
}

async function textsOf({ database }: TestLanes, contactId: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>(
    `select content->>'text' as text from message where contact_id = $1 order by seq`,
    [contactId],
  );
  return rows.map(({ text }) => text);
}
