// Replays on a whole server: nothing is done twice, unless somebody asks for it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { numbersTo, rerunShop, type RerunShop } from './rerun-shop.ts';

/** Says that it orders, asks the provider, says what it answered. */
function ordering(url: string): FlowGraph {
  return {
    start: 'order',
    steps: [
      { id: 'order', type: 'send-message', settings: text('Order {{trigger.n}}'), exits: { next: 'count' } },
      {
        id: 'count',
        type: 'set-field',
        settings: { changes: [{ field: 'user.count', operation: 'add', value: 1 }] },
        exits: { next: 'ask' },
      },
      { id: 'ask', type: 'external-request', settings: { method: 'POST', url }, exits: { next: 'paid' } },
      { id: 'paid', type: 'send-message', settings: text('Paid {{trigger.n}}'), exits: {} },
    ],
  };
}

function text(words: string) {
  return { kind: 'text', text: words };
}

async function failedOrder(t: TestContext) {
  const provider = await answering(t);
  const shop = await rerunShop(t, {
    graph: ordering(provider.url),
    allowHosts: [provider.host],
    published: false,
  });
  await shop.ours.createUserField({ botId: shop.botId, label: 'Count', type: 'number' });
  await shop.publish();
  const [eventId = ''] = await shop.fire(1);
  const run = await shop.runOf(eventId, 'failed');
  assert.deepEqual(await shop.said(), ['Order 1']);
  return { ...shop, provider, eventId, runId: run.id };
}

test('the ledger of a run tells what is done, with what came of it, and where it failed', async (t) => {
  const { ours, runId } = await failedOrder(t);
  const ledger = await ours.getLedger({ runId });
  assert.deepEqual(
    ledger.effects.map(({ key, what, isDone }) => [key, what, isDone]),
    [
      ['order#1', 'Message', true],
      ['count#1', 'Fields', true],
      ['ask#1', 'Request', false],
    ],
  );
  assert.equal(ledger.effects[0]?.says, 'Order 1');
  assert.match(ledger.effects[2]?.says ?? '', /POST .*: 500/);
  assert.deepEqual(
    ledger.failed.map(({ key }) => key),
    ['ask#1'],
  );
  assert.equal(ledger.whyNot, null);
});

test('a dry run tells what it would skip and do, and does nothing', async (t) => {
  const { ours, runId, provider, said } = await failedOrder(t);
  const asked = provider.asked();
  const skipping = await ours.previewReplay({ runId, from: 'failed' });
  assert.deepEqual(
    skipping.effects.map(({ key, plan }) => [key, plan]),
    [
      ['order#1', 'skip'],
      ['count#1', 'skip'],
      ['ask#1', 'again'],
    ],
  );
  assert.deepEqual([skipping.stopped, skipping.warnings], [null, []]);
  assert.deepEqual(
    skipping.would.map(({ what }) => what),
    ['Request'],
  );
  assert.match(skipping.waitsFor ?? '', /answer to the request/);
  const again = await ours.previewReplay({ runId, effects: 'again' });
  assert.deepEqual(again.warnings, ['Sends 1 message again.']);
  const chosen = await ours.previewReplay({ runId, again: ['count#1'] });
  assert.deepEqual(
    chosen.would.map(({ what, says }) => [what, says.split(':')[0]?.split(' ')[0]]),
    [
      ['Fields', 'user.count'],
      ['Request', 'POST'],
    ],
  );
  assert.equal(provider.asked(), asked);
  assert.deepEqual(await said(), ['Order 1']);
  assert.deepEqual((await ours.getLedger({ runId })).reruns, []);
});

test('a replay from the failed step, once the provider is mended, does the rest and nothing twice', async (t) => {
  const { ours, runId, eventId, provider, said, ended, contact } = await failedOrder(t);
  provider.mend();
  const replayId = '019ac000-0000-7000-8000-000000000001';
  const asked = provider.asked();
  await Promise.all([1, 2, 3].map(() => ours.replayRun({ runId, replayId, from: 'failed' })));
  await ended(replayId);
  await until(async () => (await said()).length === 2);
  assert.deepEqual(await said(), ['Order 1', 'Paid 1']);
  assert.equal((await ours.getContact({ contactId: contact.id })).fields['count'], 1);
  assert.equal(provider.asked(), asked + 1);
  const [line] = (await ours.getLedger({ runId })).reruns;
  assert.deepEqual([line?.askedBy, line?.state, line?.skipped], ['Ada', 'done', 2]);
  const replayed = await ours.getLedger({ runId: line?.newRunId ?? '' });
  assert.equal(replayed.replayOf, runId);
  assert.deepEqual(
    replayed.effects.map(({ key, isSkipped, isDone }) => [key, isSkipped, isDone]),
    [
      ['order#1', true, true],
      ['count#1', true, true],
      ['ask#1', false, true],
      ['paid#1', false, true],
    ],
  );
  assert.equal((await ours.listEventReruns({ eventId })).rows.length, 1);
});

test('on the version of then the old words are said, on the published one the corrected', async (t) => {
  const shop = await failedOrder(t);
  const { ours, flowId, runId, provider, said, ended } = shop;
  provider.mend();
  await correct(shop, flowId, 'paid', text('Thank you for {{trigger.n}}'));
  const { id: first } = await ours.replayRun({ runId, version: 'then', from: 'failed' });
  await ended(first);
  await until(async () => (await said()).length === 2);
  const { id: second } = await ours.replayRun({ runId, from: 'failed' });
  await ended(second);
  await until(async () => (await said()).length === 3);
  assert.deepEqual(await said(), ['Order 1', 'Paid 1', 'Thank you for 1']);
});

test('done again by choice, a message is sent again', async (t) => {
  const { ours, runId, provider, said, ended } = await failedOrder(t);
  provider.mend();
  const { id } = await ours.replayRun({ runId, effects: 'again' });
  await ended(id);
  await until(async () => (await said()).length === 3);
  assert.deepEqual(await said(), ['Order 1', 'Order 1', 'Paid 1']);
});

test('a run under way, one of another workspace and a step it was not at are refused', async (t) => {
  const { ours, runId } = await failedOrder(t);
  await assert.rejects(ours.replayRun({ runId: '019ac000-0000-7000-8000-000000000002' }), {
    code: 'not-found',
  });
  await assert.rejects(ours.replayRun({ runId, from: 'nowhere#1' }), { code: 'bad-input' });
});

test('a thousand half-failed runs are replayed on the corrected flow at a pace, across a restart: each sends what it had not sent', async (t) => {
  const receipt: FlowGraph = {
    start: 'order',
    steps: [
      {
        id: 'order',
        type: 'send-message',
        settings: text('Order {{trigger.n}}'),
        exits: { next: 'receipt' },
      },
      // There is no order to make a receipt of: it fails.
      { id: 'receipt', type: 'send-message', settings: { kind: 'receipt' }, exits: {} },
    ],
  };
  const shop = await rerunShop(t, { graph: receipt });
  const many = 1000;
  for (let fired = 0; fired < many; fired += 100) await shop.fire(100, fired);
  await until(async () => (await shop.ours.countReplays({ trigger: 'tick' })).runs === many);
  assert.deepEqual(await shop.ours.countReplays({ trigger: 'tick' }), { runs: many, messages: many });
  await correct(shop, shop.flowId, 'receipt', text('Receipt {{trigger.n}}'));
  const { id } = await shop.ours.replayRuns({ trigger: 'tick', perSecond: 200 });
  await pause(1500);
  await shop.restart();
  const ended = await shop.ended(id);
  assert.deepEqual([ended.counts.done, ended.counts.stopped, ended.counts.failed], [many, 0, 0]);
  const said = await shop.allSaid();
  assert.deepEqual(
    said.slice(0, many),
    numbersTo(many).map((n) => `Order ${n}`),
  );
  assert.deepEqual(
    said.slice(many),
    numbersTo(many).map((n) => `Receipt ${n}`),
  );
  assert.equal((await shop.ours.countReplays({ trigger: 'tick' })).runs, 0);
});

async function correct({ ours }: Pick<RerunShop, 'ours'>, flowId: string, id: string, settings: object) {
  const { revision } = await ours.getFlow({ flowId });
  const changed = await ours.changeFlow({
    flowId,
    revision,
    changes: [{ is: 'set-step', id, settings: { ...settings } }],
  });
  await ours.publishFlow({ flowId, revision: changed.revision });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (await holds()) return;
    await pause(50);
  }
  assert.fail('It did not come to that.');
}

/** Answers 500 until it is mended. */
async function answering(t: TestContext) {
  let asked = 0;
  let status = 500;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(status).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const host = `127.0.0.1:${address.port}`;
  return { url: `http://${host}/`, host, asked: () => asked, mend: () => void (status = 200) };
}
