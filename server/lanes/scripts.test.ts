// Scripts of flows: run in the sandbox, their contact waits, others go on, and an open one is taken up after a crash.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { testLanes, type TestLanes } from './test-lanes.ts';

const code = `
  if (input.n === 1) for (let i = 0; i < 3e6; i++) ;
  if (input.n === 3) throw new Error('no threes');
  return { text: 'n is ' + input.n };`;

const graph: FlowGraph = {
  start: 'work',
  steps: [
    {
      id: 'work',
      type: 'javascript',
      settings: {
        inputs: [{ name: 'n', value: '{{trigger.n}}' }],
        code,
        outputs: [{ path: '$.text', field: 'user.seen' }],
        seconds: 5,
      },
      exits: { next: 'told', failed: 'failed' },
    },
    { id: 'told', type: 'send-message', settings: { kind: 'text', text: '{{user.seen}}' }, exits: {} },
    { id: 'failed', type: 'send-message', settings: { kind: 'text', text: 'failed' }, exits: {} },
  ],
};

async function texts({ database }: TestLanes, contactId: string, count: number): Promise<unknown[]> {
  const read = () =>
    database.platform
      .selectFrom('message')
      .select('content')
      .where('contact_id', '=', contactId)
      .orderBy('seq')
      .execute();
  for (let waited = 0; (await read()).length < count && waited < 20_000; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return (await read()).map(({ content }) => ('text' in content ? content.text : content));
}

test('events of one contact keep their order through a slow script, and what throws goes out by "failed"', async (t) => {
  const lanes = await testLanes(t, { graph });
  const { id, ns } = await lanes.makeContact();
  for (const n of [1, 2, 3]) await lanes.fire(ns, { n });
  assert.deepEqual(await texts(lanes, id, 3), ['n is 1', 'n is 2', 'failed']);
  const { history } = await lanes.database.platform
    .selectFrom('run')
    .select('history')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  assert.deepEqual(
    history.map(({ step, is }) => [step, is]),
    [
      ['work', 'compute'],
      ['work', 'go'],
      ['told', 'go'],
    ],
  );
  assert.equal((await lanes.database.platform.selectFrom('outgoing_call').selectAll().execute()).length, 0);
});
