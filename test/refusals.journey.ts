// What is not let in, and what has to wait: each gets a clear answer and a line in the workspace's events, and nothing is lost.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { contentWords } from '@bellwire/model/message.ts';
import type { ProblemCode } from '@bellwire/model/problem.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

type EventState = OutputOf<'getEvent'>['state'];

const items = { status: 'paid', amount: 33, currency: 'EUR', reference: 'AP-1' };

const thanking: FlowGraph = {
  start: 'thank',
  steps: [
    {
      id: 'thank',
      type: 'send-message',
      settings: { kind: 'text', text: 'Thank you for {{trigger.reference}}.' },
      exits: {},
    },
  ],
};

test('an item of the wrong type is refused by its name', async (t) => {
  const shop = await openShop(t);
  const answer = await shop.fire({ ...shop.event(), items: { ...items, amount: 'a lot' } });
  isRefused(answer, 422, 'contract-mismatch', /item "amount" is "a lot"/, /type that the trigger declares/);
  assert.deepEqual(answer.places, ['items.amount']);
  const story = await shop.newestStory('refused', /item "amount" is "a lot"/);
  assert.deepEqual([story.trigger, story.contactNs], ['payment_paid', shop.contact.ns]);
  assert.deepEqual(stops(story), ['contract']);
});

test('a trigger that the app does not have is refused with the names of those it has', async (t) => {
  const shop = await openShop(t);
  const answer = await shop.fire({ ...shop.event(), trigger: 'payment_payed' });
  isRefused(answer, 422, 'unknown-trigger', /"payment_payed".*payment_paid/, /installed version/);
  assert.deepEqual(answer.places, ['trigger']);
  assert.deepEqual(stops(await shop.newestStory('refused', /payment_payed/)), ['trigger']);
});

test('broken JSON, a body that is too large and one without a contact are refused, each with its own line', async (t) => {
  const shop = await openShop(t);
  isRefused(await shop.send('{"trigger": '), 400, 'bad-json', /not valid JSON: .*end/, /one JSON value/);
  await shop.newestStory('refused', /not valid JSON/);

  const large = JSON.stringify({ ...shop.event(), items: { reference: 'x'.repeat(300_000) } });
  isRefused(await shop.send(large), 413, 'body-too-large', /256 KiB/, /Send less/);
  await shop.newestStory('refused', /256 KiB/);

  const nobody = await shop.fire({ trigger: 'payment_paid', items });
  isRefused(nobody, 422, 'bad-input', /missing/, /names the place/);
  assert.deepEqual(nobody.places, ['contact']);
  const story = await shop.newestStory('refused', /contact: This is missing/);
  assert.match(story.triggerLabel, /not read/);
});

test('a key that has expired, one that was revoked and one that speaks for no app are told apart', async (t) => {
  const shop = await openShop(t);
  await shop.client.rotateInstallKey({ installId: shop.installId, overlapMinutes: 0 });
  isRefused(await shop.fire(shop.event()), 401, 'key-expired', /expired/, /Make a new key/);
  const expired = await shop.newestStory('refused', /expired/);
  assert.equal(expired.installId, shop.installId);
  assert.match(expired.firedBy, /The key "Acme Pay" \(bw_key_/);

  const { key, view } = await shop.client.createKey({ name: 'till', scopes: ['events:read'] });
  isRefused(
    await shop.fire(shop.event(), key),
    403,
    'forbidden',
    /key that an install was given/,
    /use a key/,
  );
  await shop.newestStory('refused', /key that an install was given/);
  await shop.client.revokeKey({ keyId: view.id });
  isRefused(await shop.fire(shop.event(), key), 401, 'key-revoked', /revoked/, /Make a new key/);
  const revoked = await shop.newestStory('refused', /revoked/);
  assert.match(revoked.firedBy, /The key "till"/);
  assert.deepEqual(stops(revoked), ['key']);
});

test('the key of an app that was uninstalled opens nothing, and the reason is that the app is gone', async (t) => {
  const shop = await openShop(t);
  await shop.client.uninstallApp({ installId: shop.installId });
  isRefused(await shop.fire(shop.event()), 401, 'install-gone', /uninstalled/, /Install the app again/);
  const story = await shop.newestStory('refused', /uninstalled/);
  assert.equal(story.installId, shop.installId);
});

test('an event whose only subscription is switched off is taken, kept as unheard, and says where to switch it on', async (t) => {
  const shop = await openShop(t);
  await shop.client.updateSubscription({ subscriptionId: shop.subscriptionId, enabled: false });
  const answer = await shop.fire(shop.event());
  assert.equal(answer.status, 202);
  assert.match(answer.says, /nobody listens: the one subscription .* is off/);
  const story = await shop.newestStory('unheard', /switched off.*Automation > Triggers/);
  assert.deepEqual(story.items, items);
  assert.equal(story.decisions[0]?.result, 'off');
  assert.deepEqual(await shop.said(shop.contact.id), []);
});

test('an event for a contact that is not known waits, and runs once when the contact is there', async (t) => {
  const shop = await openShop(t);
  // Public ids are counted on.
  const ns = shop.contact.ns.replace(/\d+$/, (number) => String(Number(number) + 1));
  const answer = await shop.fire({ ...shop.event(), contact: ns, idempotencyKey: 'k1' });
  assert.equal(answer.status, 202);
  assert.match(answer.says, new RegExp(`no contact "${ns}".*is kept: link it to a contact`));
  const { id: eventId, ...parked } = await shop.newestStory('parked', new RegExp(`no contact "${ns}"`));
  assert.deepEqual(stops(parked), ['contact']);
  await assert.rejects(shop.client.runParked({ eventId }), { code: 'conflict', message: /still no contact/ });

  const made = await shop.client.createContact({ botId: shop.botId });
  assert.equal(made.ns, ns);
  await shop.client.runParked({ eventId });
  await shop.settles(eventId, 'done');
  // The sender, unsure, tries again; and so does the owner.
  assert.match(
    (await shop.fire({ ...shop.event(), contact: ns, idempotencyKey: 'k1' })).says,
    /nothing was done twice/,
  );
  await assert.rejects(shop.client.runParked({ eventId }), { code: 'conflict' });
  assert.deepEqual(await shop.said(made.id), ['Thank you for AP-1.']);
});

test('an event for a contact with whom the bot is paused waits, and runs once when the bot is resumed', async (t) => {
  const shop = await openShop(t);
  const contactId = shop.contact.id;
  const pausedUntil = new Date(Date.now() + 3_600_000).toISOString();
  await shop.client.changeContact({ contactId, pausedUntil });
  assert.equal((await shop.fire(shop.event())).status, 202);
  const { id: eventId, ...parked } = await shop.newestStory('parked', /paused for .* until .*resume the bot/);
  assert.deepEqual(
    parked.decisions[0]?.gates.filter(({ verdict }) => verdict === 'stop').map(({ gate }) => gate),
    ['bot-active'],
  );
  await shop.client.runParked({ eventId });
  assert.deepEqual(await shop.said(contactId), [], 'It is still paused.');

  await shop.client.changeContact({ contactId, pausedUntil: null });
  await shop.client.runParked({ eventId });
  await shop.settles(eventId, 'done');
  await assert.rejects(shop.client.runParked({ eventId }), { code: 'conflict' });
  assert.deepEqual(await shop.said(contactId), ['Thank you for AP-1.']);
});

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly says: string;
  readonly help: string;
  /** Where the complaints point to. */
  readonly places: readonly string[];
}

function isRefused(answer: Answer, status: number, code: ProblemCode, says: RegExp, help: RegExp): void {
  assert.deepEqual([answer.status, answer.code], [status, code], answer.says);
  assert.match(answer.says, says);
  assert.match(answer.help, help);
}

function stops({ arrival }: Pick<OutputOf<'getEvent'>, 'arrival'>): string[] {
  return arrival.filter(({ verdict }) => verdict === 'stop').map(({ gate }) => gate);
}

/** A second bot of the demo's workspace, with a contact that has bought nothing and a flow that only says thanks. */
async function openShop(t: TestContext) {
  const site = await demoSite(t);
  const { client, installId } = site;
  const { id: botId } = await client.createBot({ name: 'Till' });
  const { id: flowId, revision } = await client.createFlow({ botId, name: 'Thanks', graph: thanking });
  await client.publishFlow({ flowId, revision });
  const { id: subscriptionId } = await client.createSubscription({
    botId,
    installId,
    trigger: 'payment_paid',
    flowId,
  });
  const contact = await client.createContact({ botId });
  const { key } = await client.rotateInstallKey({ installId });
  const send = (text: string, withKey = key) => post(site, withKey, text);
  return {
    client,
    installId,
    botId,
    subscriptionId,
    contact,
    send,
    fire: (body: object, withKey = key) => send(JSON.stringify(body), withKey),
    event: () => ({ trigger: 'payment_paid', contact: contact.ns, items }),
    newestStory: (state: EventState, reason: RegExp) => newestStory(site, state, reason),
    settles: (eventId: string, state: EventState) => settles(site, eventId, state),
    said: async (contactId: string) =>
      (await client.listMessages({ contactId })).rows.map(({ content }) => contentWords(content)),
  };
}

async function post({ origin }: DemoSite, key: string, body: string): Promise<Answer> {
  const answer = await fetch(`${origin}/api/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
  });
  const told = await answer.json();
  const { code, says, help = '', complaints = [] } = told.error ?? told;
  const all = [says, ...complaints.map((complaint: { says: string }) => complaint.says)].join(' ');
  const places = complaints.map(({ path }: { path: (string | number)[] }) => path.join('.'));
  return { status: answer.status, code, says: all, help, places };
}

/** The list has a line with this state and reason, in front of all others, and the line leads to a story that says the same. */
async function newestStory({ client }: DemoSite, state: EventState, reason: RegExp) {
  const newest = async () => (await client.listEvents({ limit: 1 })).rows[0];
  let row = await newest();
  for (let waited = 0; waited < 5000 && row?.state !== state; waited += 25) {
    await pause(25);
    row = await newest();
  }
  assert.equal(row?.state, state);
  assert.match(row?.reason ?? '', reason);
  const story = await client.getEvent({ eventId: row?.id ?? '' });
  assert.deepEqual([story.state, story.reason], [row?.state, row?.reason]);
  return story;
}

async function settles({ client }: DemoSite, eventId: string, state: EventState): Promise<void> {
  let story = await client.getEvent({ eventId });
  for (let waited = 0; waited < 5000 && story.state !== state; waited += 25) {
    await pause(25);
    story = await client.getEvent({ eventId });
  }
  assert.equal(story.state, state);
}
