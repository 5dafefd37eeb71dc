// Many delays at once, some of them while nobody works: none early, none missed, none twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { testLanes } from './test-lanes.ts';

/** `TEST_DELAYS=100000` for the figure that is promised. */
const DELAYS = Number(process.env['TEST_DELAYS'] ?? 2_000);
const CONTACTS = 200;

const waiting: FlowGraph = {
  start: 'wait',
  steps: [
    {
      id: 'wait',
      type: 'wait',
      settings: { amount: '{{trigger.n}}', unit: 'seconds' },
      exits: { next: 'say' },
    },
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Over' }, exits: {} },
  ],
};

test('of many delays none is early, none is missed and none comes twice', async (t) => {
  const { fire, settle, makeContact, database } = await testLanes(t, { graph: waiting });
  const contacts = await Promise.all(Array.from({ length: CONTACTS }, () => makeContact()));
  for (let from = 0; from < DELAYS; from += 500) {
    const some = Array.from({ length: Math.min(500, DELAYS - from) }, (_, n) => from + n);
    await Promise.all(
      some.map(async (n) => {
        // From no time at all to three seconds, in no order.
        const fired = await fire(contacts[n % CONTACTS]?.ns ?? '', { n: ((n * 7919) % 300) / 100 });
        assert.ok(!(fired instanceof ProblemError));
      }),
    );
  }
  const left = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ count: number }>(
      `select ((select count(*) from timer) + (select count(*) from lane_log))::int as count`,
    );
    return rows[0]?.count ?? 0;
  };
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await settle();
  const { rows } = await database.pool.query<{ runs: number; messages: number; early: number }>(
    `select count(*)::int as runs, sum(cardinality(said))::int as messages,
            count(*) filter (where ended_at < (substring(history::jsonb -> 0 ->> 'says' from 'at (.*)\\.$'))::timestamptz)::int as early
       from run where status = 'done'`,
  );
  assert.deepEqual(rows, [{ runs: DELAYS, messages: DELAYS, early: 0 }]);
});
