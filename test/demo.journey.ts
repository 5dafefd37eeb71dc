// The chain that must always work, on a whole server: as the demo plays it, and made by hand through the API.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import pino from 'pino';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { readConfig } from '@bellwire/server/config.ts';
import { testDatabase } from '@bellwire/server/database/test-database.ts';
import { startServer, type RunningServer } from '@bellwire/server/start-server.ts';
import { startProvider, type Provider } from '../examples/acme-pay/provider.ts';
import { runFromTheApi } from '../examples/from-the-api/run.ts';
import { seedDemo } from '../examples/seed/seed-demo.ts';
import { openDemo } from '../scripts/start/demo.ts';
import { playDemo } from '../scripts/demo/play-demo.ts';
import { playTruth } from '../scripts/demo/play-truth.ts';
import type { Teller } from '../scripts/demo/teller.ts';

const apiKey = 'acme_test_key';
const silent = pino({ level: 'silent' });

test('a contact buys and pays; of three callbacks one is taken, and there is one receipt', async (t) => {
  const { server, provider } = await started(t);
  const { teller, told } = listeningTeller();
  assert.ok(await playDemo({ server, provider, apiKey, teller }), told.join('\n'));
  assert.ok(
    told.includes('yes: its story tells of 3 calls at the one-time URL: taken, used, used'),
    told.join('\n'),
  );
});

test('payments told twice, late, to a paused contact and with an expired key lead to one receipt each', async (t) => {
  const { server, provider } = await started(t);
  const { teller, told } = listeningTeller();
  assert.ok(await playTruth({ server, provider, apiKey, teller }), told.join('\n'));
  for (const gate of ['newest-wins', 'bot-active', 'connection'])
    assert.ok(
      told.some((line) => line.startsWith('yes:') && line.includes(`gate “${gate}”`)),
      told.join('\n'),
    );
  assert.ok(told.includes('yes: Ada has 1 receipt, Ben has 1 receipt, Cleo has 1 receipt'), told.join('\n'));
});

test('seeding the demo again changes nothing, and what it made has no complaints', async (t) => {
  const { server, provider } = await started(t);
  const options = {
    baseUrl: server.publicUrl,
    password: 'correct horse battery',
    provider: { url: provider.url, apiKey },
  };
  const { client } = await seedDemo(options);
  const before = await everything(client);
  assert.deepEqual(
    before.flows.flatMap(({ complaints }) => complaints),
    [],
  );
  assert.deepEqual(
    before.flows.map(({ publishedVersion }) => publishedVersion),
    [1, 1, 1],
  );
  await seedDemo(options);
  assert.deepEqual(await everything(client), before);
});

test('the demo of somebody else, with another password, is left alone', async (t) => {
  const { server, provider } = await started(t);
  const options = { baseUrl: server.publicUrl, provider: { url: provider.url, apiKey } };
  await seedDemo({ ...options, password: 'correct horse battery' });
  await assert.rejects(seedDemo({ ...options, password: 'wrong horse battery' }), { code: 'conflict' });
});

test('the demo of a data folder keeps its account and the address of its provider over a restart', async (t) => {
  const config = readConfig({ BELLWIRE_DATA: await temporaryFolder(t) });
  const first = await openDemo(config, silent);
  assert.ok(first !== null);
  t.after(() => first.close());
  const server = await startedServer(t, [first.providerHost]);
  const shown = await first.seed(server);
  assert.ok(shown !== null);
  await createClient({ baseUrl: server.url }).signIn({ email: shown.email, password: shown.password });
  await first.close();
  const second = await openDemo(config, silent);
  t.after(() => second?.close());
  assert.deepEqual(await second?.seed(server), shown);
});

test('a server that is in use gets no demo', async (t) => {
  const demo = await openDemo(readConfig({ BELLWIRE_DATA: await temporaryFolder(t) }), silent);
  t.after(() => demo?.close());
  const server = await startedServer(t, []);
  const client = createClient({ baseUrl: server.url });
  await client.signUp({
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse battery',
    workspaceName: 'Shop',
  });
  assert.equal(await demo?.seed(server), null);
  assert.deepEqual((await client.listApps()).rows, []);
});

test('an app, a bot and subscriptions that nobody seeded work, made through the API alone', async (t) => {
  const { server } = await started(t);
  const lines: string[] = [];
  await runFromTheApi(server.publicUrl, (line) => void lines.push(line));
  assert.deepEqual(lines.slice(-4, -1), [
    'Event "Parcel sent": done.',
    'Event "Parcel delivered": done.',
    'Event "Parcel moved": done.',
  ]);
  assert.match(lines.at(-1) ?? '', /^Event "Parcel moved": It has step 1, .* was at 2 .* It was dropped\.$/);
});

function listeningTeller(): { teller: Teller; told: readonly string[] } {
  const told: string[] = [];
  const teller: Teller = {
    title: (text) => void told.push(text),
    note: (text) => void told.push(text),
    says: (who, ...lines) => void told.push(`${who}: ${lines.join(' ')}`),
    check: (holds, text) => void told.push(`${holds ? 'yes' : 'no'}: ${text}`),
  };
  return { teller, told };
}

async function everything(client: Client) {
  const [{ rows: apps }, { rows: installs }, { rows: bots }] = await Promise.all([
    client.listApps(),
    client.listInstalls(),
    client.listBots(),
  ]);
  const ofBots = bots.map(async ({ id: botId }) => ({
    fields: await client.listUserFields({ botId }),
    flows: (await client.listFlows({ botId })).rows,
    subscriptions: (await client.listSubscriptions({ botId })).rows,
  }));
  const parts = await Promise.all(ofBots);
  const flows = await Promise.all(
    parts.flatMap(({ flows }) => flows).map(({ id }) => client.getFlow({ flowId: id })),
  );
  return { apps, installs, bots, parts, flows };
}

async function started(t: TestContext): Promise<{ server: RunningServer; provider: Provider }> {
  const provider = await startProvider({ apiKey, callbacks: 2 });
  t.after(provider.close);
  return { server: await startedServer(t, [new URL(provider.url).host]), provider };
}

async function startedServer(t: TestContext, allowHosts: readonly string[]): Promise<RunningServer> {
  const database = await testDatabase(t);
  const server = await startServer({
    role: 'all',
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    dataDir: await temporaryFolder(t),
    publicUrl: undefined,
    allowHosts,
    env: {},
    log: pino({ level: 'error' }),
    unsafeForTests: true,
  });
  database.beforeDrop(() => server.close());
  return server;
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-journey-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
