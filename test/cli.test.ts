// The command line as real processes against a whole server: it follows, forwards, fires, and comes back after a restart.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { readText, serveHttp } from '@bellwire/server/egress/loopback-server.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';
import { createClient } from '@bellwire/sdk/client.ts';

const program = join(import.meta.dirname, '../sdk/bellwire.mjs');

test('tail prints each event once, over a restart of the server', async (t) => {
  const { origin, fire, key, server } = await ticking(t);
  const tail = run(t, ['tail', '--json'], { url: origin, key });
  await tail.noted(/Following/);
  const first = await fire(1);
  await tail.printed(first);
  await server.end();
  await tail.noted(/connection broke/);
  await server.startAgain();
  const second = await fire(2);
  await tail.printed(second);
  const third = await fire(3);
  await tail.printed(third);
  // What is told twice would be there by now.
  await pause(1_500);
  assert.deepEqual(
    tail.lines.map((line) => JSON.parse(line).id),
    [first, second, third],
  );
  assert.equal(await tail.end(), 0);
});

test('listen forwards each event to a program of one’s own, in order, and prints its answer', async (t) => {
  const { origin, fire, key } = await ticking(t);
  const heard: { id: unknown; webhookId: unknown }[] = [];
  const hook = await serveHttp(async (request, response) => {
    heard.push({ id: JSON.parse(await readText(request)).id, webhookId: request.headers['webhook-id'] });
    response.writeHead(200).end('thank you');
  });
  t.after(() => hook[Symbol.asyncDispose]());
  const listen = run(t, ['listen', '--forward', `http://${hook.place}/hook`], { url: origin, key });
  await listen.noted(/Following/);
  const ids = [await fire(1), await fire(2)];
  await listen.printed(/→ 200 OK in \d+ ms: thank you/, 2);
  assert.deepEqual(
    heard,
    ids.map((id) => ({ id, webhookId: `${id}.unheard` })),
  );
  assert.equal(await listen.end(), 0);
});

test('fire says what it met, and what is wrong is said with the way out', async (t) => {
  const { origin, installKey, contact } = await ticking(t);
  const settings = { url: origin, key: installKey };
  const fired = run(t, ['fire', 'tick', '--contact', contact, '--items', '{"n": 5}'], settings);
  await fired.printed(/unheard {2}\S{36} {2}\S/);
  assert.equal(await fired.over, 0);

  const wrong = run(t, ['fire', 'tick', '--contact', contact, '--items', '{"n": "five"}'], settings);
  await wrong.noted(/"n" is "five".*number/);
  assert.equal(await wrong.over, 1);
});

test('what is mistyped, and a key that is none, are said in words', async (t) => {
  const settings = { url: 'http://127.0.0.1:9', key: 'bw_key_nobody' };
  const unknown = run(t, ['fire', 'tick'], settings);
  await unknown.noted(/contact[\s\S]*usage: bellwire fire/);
  assert.equal(await unknown.over, 2);
  const { origin } = await startTestServer(t);
  const stranger = run(t, ['tail'], { ...settings, url: origin });
  await stranger.noted(/key/);
  assert.equal(await stranger.over, 1);
});

/** A server with an app that ticks and a contact; nobody listens, which is all that is wanted here. */
async function ticking(t: TestContext) {
  const server = await startTestServer(t);
  const { origin } = server;
  const owner = createClient({ baseUrl: origin });
  await owner.signUp({
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse battery',
    workspaceName: 'Clocks',
  });
  const app = await owner.createApp({
    definition: {
      format: 'bellwire.app/1',
      name: 'ticker',
      label: 'Ticker',
      scopes: [{ scope: 'triggers:fire', reason: 'To tick.' }],
      fields: [{ name: 'n', label: 'N', type: 'number' }],
      triggers: [{ name: 'tick', label: 'Tick', items: [{ name: 'n', label: 'N', field: 'n' }] }],
    },
  });
  await owner.publishApp({ appId: app.id, revision: app.revision, visibility: 'private' });
  const { key: installKey } = await owner.installApp({ appId: app.id, consent: ['triggers:fire'] });
  const bot = await owner.createBot({ name: 'Clock' });
  const { ns: contact } = await owner.createContact({ botId: bot.id });
  const { key } = await owner.createKey({ name: 'tail', scopes: ['events:read'] });
  const app2 = createClient({ baseUrl: origin, key: installKey });
  const fire = async (n: number) =>
    (await app2.fireTrigger({ trigger: 'tick', contact, items: { n } })).eventId;
  return { server, origin, key, installKey, contact, fire };
}

function run(t: TestContext, args: readonly string[], { url, key }: { url: string; key: string }) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, BELLWIRE_URL: url, BELLWIRE_KEY: key },
  });
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const notes: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => notes.push(line));
  const over = once(child, 'close').then(([code]: unknown[]) => code);
  return {
    lines,
    over,
    printed: (wanted: string | RegExp, count = 1) => until(lines, wanted, count),
    noted: (wanted: RegExp) => until(notes, wanted, 1),
    end: () => {
      child.kill('SIGTERM');
      return over;
    },
  };
}

async function until(lines: readonly string[], wanted: string | RegExp, count: number): Promise<void> {
  const fits = (line: string) => (typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line));
  for (let waited = 0; waited < 10_000; waited += 50) {
    // A note may go over several lines; what is awaited more than once is one line each.
    if (lines.filter(fits).length >= count || (count === 1 && fits(lines.join('\n')))) return;
    await pause(50);
  }
  assert.fail(`"${String(wanted)}" was not said ${count} times. Said was:\n${lines.join('\n')}`);
}
