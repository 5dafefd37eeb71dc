// A request that is tried for days does not hold its contact's lane between two tries.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { serveHttp } from '../egress/loopback-server.ts';
import { testLanes } from './test-lanes.ts';

function asking(place: string): FlowGraph {
  const isFirst = { match: 'all', clauses: [{ field: 'trigger.n', operator: 'is', value: 1 }] };
  const say = (id: string, text: string) => ({
    id,
    type: 'send-message',
    settings: { kind: 'text', text },
    exits: {},
  });
  return {
    start: 'which',
    steps: [
      {
        id: 'which',
        type: 'condition',
        settings: { branches: [{ label: 'First', condition: isFirst }] },
        exits: { 'branch-1': 'ask', otherwise: 'other' },
      },
      {
        id: 'ask',
        type: 'external-request',
        settings: { method: 'POST', url: `http://${place}/`, patience: 'days' },
        exits: { next: 'told' },
      },
      say('told', 'told {{trigger.n}}'),
      say('other', 'other {{trigger.n}}'),
    ],
  };
}

test('later events pass a run that waits for its next try, and the try is made with the same key when its time has come', async (t) => {
  const keys: unknown[] = [];
  const provider = await serveHttp((request, response) => {
    keys.push(request.headers['idempotency-key']);
    response.writeHead(keys.length === 1 ? 503 : 200).end();
  });
  t.after(() => provider[Symbol.asyncDispose]());
  const { fire, settle, makeContact, database } = await testLanes(t, {
    graph: asking(provider.place),
    allowPrivate: [provider.place],
  });
  const { id, ns } = await makeContact();
  const texts = async (): Promise<unknown[]> => {
    const rows = await database.platform
      .selectFrom('message')
      .select('content')
      .where('contact_id', '=', id)
      .orderBy('seq')
      .execute();
    return rows.map(({ content }) => ('text' in content ? content.text : content));
  };
  await fire(ns, { n: 1 });
  await settle();
  await fire(ns, { n: 2 });
  await settle();
  assert.deepEqual(await texts(), ['other 2'], 'the lane is free while the first waits');

  const timers = await database.platform.selectFrom('timer').select('due_at').execute();
  const pause = Date.parse(timers[0]?.due_at ?? '') - Date.now();
  assert.ok(timers.length === 1 && pause > 5000 && pause <= 12_000, `${pause} ms to the next try`);
  await database.platform.updateTable('timer').set({ due_at: new Date().toISOString() }).execute();
  for (let waited = 0; (await texts()).length < 2 && waited < 5000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(await texts(), ['other 2', 'told 1']);
  assert.equal(keys.length, 2);
  assert.equal(new Set(keys).size, 1);
});
