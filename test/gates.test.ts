// Every gate, on a whole server: the story names exactly the gate that said no, those before it passed, and the event is still there.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { arrivalGates } from '@bellwire/engine/gates/arrival.ts';
import { gates } from '@bellwire/engine/gates/gates.ts';
import { askedService, askingApp } from './asking-app.ts';
import { appAsking, stageOf, type Stage } from './gate-stage.ts';
import { rerunShop } from './rerun-shop.ts';

type Story = OutputOf<'getEvent'>;

interface GateCase {
  /** What becomes of the event that it stops. */
  readonly state: Story['state'];
  /** Has it stop one event; gives the event's id, or nothing where the answer names none. */
  stop(stage: Stage): Promise<string | undefined>;
}

async function fireChanges({ subscribe, fire }: Stage, trigger: string, versions: readonly number[]) {
  await subscribe({ trigger });
  const ids: string[] = [];
  for (const version of versions) ids.push(await fire({ trigger, items: { reference: 'A-1', version } }));
  return ids;
}

async function paused(stage: Stage): Promise<string> {
  await stage.subscribe({});
  const pausedUntil = new Date(Date.now() + 3_600_000).toISOString();
  await stage.ours.changeContact({ contactId: stage.contact.id, pausedUntil });
  return stage.fire();
}

const cases: Readonly<Record<string, GateCase>> = {
  key: {
    state: 'refused',
    stop: async ({ ours, installId, refused, fire }) => {
      await ours.uninstallApp({ installId });
      return refused(fire());
    },
  },
  body: {
    state: 'refused',
    stop: async ({ origin, key }) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(`${origin}/api/events`, { method: 'POST', headers, body: '{"trigger": ' });
      assert.equal(answer.status, 400);
      return undefined;
    },
  },
  trigger: { state: 'refused', stop: ({ refused, fire }) => refused(fire({ trigger: 'tock' })) },
  contract: { state: 'refused', stop: ({ refused, fire }) => refused(fire({ items: { n: 'one' } })) },
  once: {
    state: 'refused',
    stop: async ({ refused, fire }) => {
      await fire({ idempotencyKey: 'k1' });
      return refused(fire({ idempotencyKey: 'k1', items: { n: 2 } }));
    },
  },
  contact: { state: 'parked', stop: ({ fire }) => fire({ contact: 'f999999u1' }) },
  'subscription-on': {
    state: 'unheard',
    stop: async ({ subscribe, fire }) => {
      await subscribe({ enabled: false });
      return fire();
    },
  },
  'app-installed': {
    state: 'parked',
    stop: async (stage) => {
      // It has to be accepted before: what waits for the bot meets an app that has gone meanwhile.
      const eventId = await paused(stage);
      await settled(stage, eventId);
      await stage.ours.uninstallApp({ installId: stage.installId });
      await stage.ours.runParked({ eventId });
      return eventId;
    },
  },
  'app-allowed': {
    state: 'parked',
    stop: async (stage) => {
      await stage.subscribe({});
      await stage.suspend('It sends spam.');
      const eventId = await stage.fire();
      await settled(stage, eventId);
      await stage.suspend(null);
      return eventId;
    },
  },
  connection: {
    state: 'parked',
    stop: async (stage) => {
      await stage.subscribe({ action: 'ask' });
      await settled(stage, await stage.fire());
      return stage.fire();
    },
  },
  'loop-guard': {
    state: 'parked',
    stop: async ({ subscribe, fire }) => {
      await subscribe({ action: 'once_more' });
      await fire();
      return undefined;
    },
  },
  'rate-guard': {
    state: 'parked',
    stop: async ({ subscribe, fire }) => {
      await subscribe({ action: 'twice_more' });
      await fire();
      return undefined;
    },
  },
  'taken-up': {
    state: 'filtered',
    stop: async (stage) => (await fireChanges(stage, 'touched', [1, 2]))[0],
  },
  'newest-wins': {
    state: 'filtered',
    stop: async (stage) => (await fireChanges(stage, 'changed', [2, 1]))[1],
  },
  filter: {
    state: 'filtered',
    stop: async ({ subscribe, fire }) => {
      const clauses = [{ field: 'trigger.n', operator: 'greater', value: 10 }];
      await subscribe({ filter: { match: 'all', clauses } });
      return fire();
    },
  },
  'flow-published': {
    state: 'parked',
    stop: async ({ subscribe, fire }) => {
      await subscribe({ published: false });
      return fire();
    },
  },
  'bot-active': { state: 'parked', stop: paused },
};

// One server for all of them: each gate is a test of its own inside, with the usual time.
test('every gate, by its list', { timeout: 120_000 }, async (t: TestContext) => {
  const names = [...arrivalGates, ...gates].map(({ name }) => name);
  assert.deepEqual(Object.keys(cases), names, 'a gate without a case, or in another place');
  const { place } = await askedService(t);
  const shop = await rerunShop(t, { app: appAsking(askingApp(place)), allowHosts: [place] });
  for (const [name, { state, stop }] of Object.entries(cases)) {
    await t.test(`${name}: it alone says no, and the event is ${state} with its reason`, async () => {
      const stage = await stageOf(shop);
      const eventId = (await stop(stage)) ?? (await stoppedBy(stage, name, state));
      assertStoppedBy(await settled(stage, eventId), name, state);
    });
  }
});

/** The event that the gate stopped, among those of the stage's install. */
async function stoppedBy({ ours, installId }: Stage, gate: string, state: Story['state']): Promise<string> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const { rows } = await ours.listEvents({ installId, state, limit: 100 });
    for (const { id } of rows) {
      const story = await ours.getEvent({ eventId: id });
      if (recordsOf(story).at(-1)?.gate === gate) return id;
    }
    await pause(50);
  }
  return assert.fail(`No ${state} event was stopped by ${gate}.`);
}

async function settled({ ours }: Pick<Stage, 'ours'>, eventId: string): Promise<Story> {
  for (let waited = 0; waited < 10_000; waited += 25) {
    const story = await ours.getEvent({ eventId });
    if (story.state !== 'waiting') return story;
    await pause(25);
  }
  return assert.fail('The event was never worked off.');
}

function recordsOf({ arrival, decisions }: Story) {
  return [...arrival, ...(decisions[0]?.gates ?? [])];
}

function assertStoppedBy(story: Story, gate: string, state: Story['state']): void {
  const records = recordsOf(story);
  assert.deepEqual(
    records.filter(({ verdict }) => verdict === 'stop').map((record) => record.gate),
    [gate],
  );
  assert.equal(records.at(-1)?.gate, gate, 'nothing is asked after a no');
  const order = Object.keys(cases).filter((name) => records.some((record) => record.gate === name));
  assert.deepEqual(
    records.map((record) => record.gate),
    order,
    'they are asked in the order of the list',
  );
  assert.equal(story.state, state);
  assert.equal(story.reason, records.at(-1)?.says);
  assert.ok(records.every(({ says, label }) => says !== '' && label !== ''));
}
