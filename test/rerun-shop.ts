// For tests of reruns: a whole server that can be stopped, with a shop whose flow says the number of each tick to one contact.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { APP_FORMAT, type AppInput } from '@bellwire/model/app.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { startTestServer, type TestServer } from '@bellwire/server/start-test-server.ts';

export type RerunShop = Awaited<ReturnType<typeof rerunShop>>;
type RunStatus = OutputOf<'getRun'>['status'];
type EventState = OutputOf<'getEvent'>['state'];
type Lot = OutputOf<'listParkedLots'>['rows'][number];

/** Of the shop's owner. */
export const account = { email: 'ada@example.com', password: 'correct horse battery' };

interface Given {
  /** The flow; it says the number of each tick where nothing is given. */
  readonly graph?: FlowGraph;
  readonly published?: boolean;
  readonly enabled?: boolean;
  readonly app?: Partial<AppInput>;
  readonly allowHosts?: readonly string[];
}

const ticker: AppInput = {
  format: APP_FORMAT,
  name: 'ticker',
  label: 'Ticker',
  scopes: [{ scope: 'triggers:fire', reason: 'to tick' }],
  fields: [{ name: 'n', label: 'N', type: 'number' }],
  triggers: [{ name: 'tick', label: 'Tick', items: [{ name: 'n', label: 'N', field: 'n' }] }],
};

const counting: FlowGraph = {
  start: 'say',
  steps: [{ id: 'say', type: 'send-message', settings: { kind: 'text', text: '{{trigger.n}}' }, exits: {} }],
};

export async function rerunShop(t: TestContext, given: Given = {}) {
  const { graph = counting, published = true, enabled = true, app = {}, allowHosts = [] } = given;
  const server = await startTestServer(t, { allowHosts });
  const ours = await signUp(server.origin);
  const { installId, key, appId } = await installTicker(ours, { ...ticker, ...app });
  const { id: botId } = await ours.createBot({ name: 'Shop' });
  const { id: flowId, revision } = await ours.createFlow({ botId, name: 'Thanks', graph });
  const publish = () => ours.publishFlow({ flowId, revision });
  if (published) await publish();
  const { id: subscriptionId } = await ours.createSubscription({
    botId,
    installId,
    trigger: 'tick',
    flowId,
    enabled,
  });
  const contact = await ours.createContact({ botId });
  const installed = createClient({ baseUrl: server.origin, key });
  return {
    database: server.database,
    origin: server.origin,
    ours,
    botId,
    flowId,
    appId,
    installId,
    subscriptionId,
    contact,
    installed,
    publish,
    restart: async () => {
      await server.end();
      await server.startAgain();
    },
    ...actsOf({ ours, installed, contact, database: server.database }),
  };
}

async function signUp(baseUrl: string): Promise<Client> {
  const client = createClient({ baseUrl });
  await client.signUp({ name: 'Ada', ...account, workspaceName: 'Shop' });
  return client;
}

interface Acting {
  readonly ours: Client;
  readonly installed: Client;
  readonly contact: { readonly id: string; readonly ns: string };
  readonly database: TestServer['database'];
}

function actsOf({ ours, installed, contact, database }: Acting) {
  return {
    /** Ticks numbered from 1, or from the number after the one given; the ids of their events. */
    fire: (count: number, after = 0) => fire(installed, contact.ns, count, after),
    settle: (state: EventState, count: number) => settle(ours, state, count),
    ended: (rerunId: string) => ended(ours, rerunId),
    said: () => said(ours, contact.id),
    allSaid: () => allSaid(database, contact.id),
    runOf: (eventId: string, status: RunStatus) => runOf(ours, eventId, status),
  };
}

/** What names a lot, without what is told of it. */
export function lotOf(lot: Lot | undefined) {
  assert.ok(lot !== undefined, 'There is no such lot.');
  const { reason, installId, trigger, subscriptionId } = lot;
  return { reason, installId, trigger, ...(subscriptionId === null ? {} : { subscriptionId }) };
}

/** What the contact has been told after so many ticks, each once and in order. */
export function numbersTo(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

async function installTicker(ours: Client, definition: AppInput) {
  const { id: appId, revision } = await ours.createApp({
    definition: JSON.parse(JSON.stringify(definition)),
  });
  await ours.publishApp({ appId, revision, visibility: 'private', changelog: 'First' });
  const { install, key } = await ours.installApp({ appId, auth: {}, consent: ['triggers:fire'] });
  return { appId, installId: install.id, key };
}

async function fire(installed: Client, contact: string, count: number, after: number): Promise<string[]> {
  const events = numbersTo(count).map((n) => ({ trigger: 'tick', contact, items: { n: Number(n) + after } }));
  const { results } = await installed.fireTriggers({ events });
  return results.map((result) => {
    assert.ok('eventId' in result);
    return result.eventId;
  });
}

async function settle(ours: Client, state: EventState, count: number): Promise<void> {
  let have = 0;
  for (let waited = 0; waited < 10_000; waited += 25) {
    have = (await ours.listEvents({ state, limit: 100 })).rows.length;
    if (have === count) return;
    await pause(25);
  }
  assert.fail(`${have} events became ${state}, not ${count}.`);
}

async function ended(ours: Client, rerunId: string): Promise<OutputOf<'getRerun'>> {
  for (let waited = 0; waited < 30_000; waited += 25) {
    const rerun = await ours.getRerun({ rerunId });
    if (rerun.state === 'done') return rerun;
    await pause(25);
  }
  return assert.fail('The rerun did not end.');
}

async function said(ours: Client, contactId: string): Promise<string[]> {
  const { rows } = await ours.listMessages({ contactId, limit: 100 });
  return rows.toReversed().flatMap(({ content }) => (content.is === 'text' ? [content.text] : []));
}

/** More than a page of them. */
async function allSaid({ platform }: TestServer['database'], contactId: string): Promise<string[]> {
  const rows = await platform
    .selectFrom('message')
    .select('content')
    .where('contact_id', '=', contactId)
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ content }) => (content.is === 'text' ? [content.text] : []));
}

async function runOf(
  ours: Client,
  eventId: string,
  status: RunStatus,
): Promise<OutputOf<'getEvent'>['runs'][number]> {
  for (let waited = 0; waited < 10_000; waited += 25) {
    const [run] = (await ours.getEvent({ eventId })).runs;
    if (run?.status === status) return run;
    await pause(25);
  }
  return assert.fail(`No run of the event became ${status}.`);
}
