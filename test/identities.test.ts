// Events that name their contact by something else than its public id, over real connections.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { ContactPolicy } from '@bellwire/model/identity.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { testFireSite } from './fire-site.ts';

const saying: FlowGraph = {
  start: 'say',
  steps: [
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
  ],
};

async function identitySite(t: TestContext, policy: ContactPolicy) {
  const site = await testFireSite(t, { graph: saying });
  const { platform } = site.database;
  await platform
    .updateTable('install')
    .set({ contact_policy: policy, contact_bot_id: site.botId })
    .where('id', '=', site.installId)
    .execute();
  return {
    ...site,
    contact: async (profile: { email?: string; phone?: string }) => {
      const made = await site.makeContact();
      await platform.updateTable('contact').set(profile).where('id', '=', made.id).execute();
      return made;
    },
    fire: async (contact: JsonObject, n = 1) =>
      (await site.post('/api/events', { trigger: 'tick', contact, items: { n } })).as('fireTrigger'),
    /** What was said to whom, in the order of the conversation. */
    said: async (contactId: string) => {
      await site.settle();
      const rows = await platform
        .selectFrom('message')
        .select('content')
        .where('contact_id', '=', contactId)
        .orderBy('seq')
        .execute();
      return rows.map(({ content }) => (content.is === 'text' ? content.text : content.is));
    },
    contacts: () => platform.selectFrom('contact').selectAll().orderBy('id').execute(),
  };
}

test('a contact is found by its e-mail or its phone, however they are written', async (t) => {
  const site = await identitySite(t, 'match');
  const ada = await site.contact({ email: 'ada@example.com', phone: '+49301234567' });
  assert.equal((await site.fire({ email: 'Ada@Example.com' }, 1)).status, 'accepted');
  assert.equal((await site.fire({ phone: '0049 (30) 123-4567' }, 2)).status, 'accepted');
  assert.equal((await site.fire({ phone: '+49 30 7654321' })).status, 'parked');
  assert.deepEqual(await site.said(ada.id), ['Tick 1', 'Tick 2']);
  const [story] = await site.database.platform
    .selectFrom('event')
    .select('arrival')
    .where('contact_id', '=', ada.id)
    .execute();
  assert.deepEqual(story?.arrival.at(-1), {
    gate: 'contact',
    verdict: 'pass',
    facts: { ns: ada.ns, by: 'e-mail ada@example.com', how: 'matched' },
  });
});

test('what the profile cannot say is learned from the first event that brings both', async (t) => {
  const site = await identitySite(t, 'match');
  const ada = await site.contact({ email: 'ada@example.com' });
  assert.equal((await site.fire({ customerId: '42' })).status, 'parked');
  await site.fire({ customerId: '42', email: 'ada@example.com' }, 2);
  assert.equal((await site.fire({ customerId: '42' }, 3)).status, 'accepted');
  assert.deepEqual(await site.said(ada.id), ['Tick 2', 'Tick 3']);
});

test('two contacts that fit are one too many: the event is kept, and its words say so', async (t) => {
  const site = await identitySite(t, 'match-or-create');
  for (const _ of [1, 2]) await site.contact({ email: 'office@example.com' });
  const fired = await site.fire({ email: 'office@example.com' });
  assert.equal(fired.status, 'parked');
  assert.match(fired.says, /2 contacts fit e-mail office@example.com.*Events > Unmatched/);
  assert.equal((await site.contacts()).length, 2);
});

test('an unknown customer becomes one contact, however many events come at once', async (t) => {
  const site = await identitySite(t, 'match-or-create');
  const events = Array.from({ length: 20 }, (_, n) =>
    site.fire({ customerId: '42', email: 'Ada@example.com', phone: '0049 30 1234567' }, n),
  );
  assert.ok((await Promise.all(events)).every(({ status }) => status === 'accepted'));
  const [ada, ...others] = await site.contacts();
  assert.deepEqual([ada?.email, ada?.phone, others], ['ada@example.com', '+49301234567', []]);
  assert.equal((await site.said(ada?.id ?? '')).length, 20);
});

test('nothing is matched by itself where the owner has not said so', async (t) => {
  const site = await identitySite(t, 'unmatched');
  await site.contact({ email: 'ada@example.com' });
  assert.equal((await site.fire({ email: 'ada@example.com' })).status, 'parked');
});

test('where a bot is named, contacts of other bots do not fit', async (t) => {
  const site = await identitySite(t, 'match');
  const other = uuidV7();
  const bot = { id: other, workspace_id: site.workspaceId, name: 'Other', public_id: other };
  await site.database.platform.insertInto('bot').values(bot).execute();
  const ada = await site.contact({ email: 'ada@example.com' });
  const twin = await site.contact({ email: 'ada@example.com' });
  await site.database.platform
    .updateTable('contact')
    .set({ bot_id: other })
    .where('id', '=', twin.id)
    .execute();
  await site.fire({ email: 'ada@example.com' });
  assert.deepEqual([await site.said(ada.id), await site.said(twin.id)], [['Tick 1'], []]);
});

test('events of one identity in a batch are taken in their order', async (t) => {
  const site = await identitySite(t, 'match-or-create');
  const events = Array.from({ length: 30 }, (_, n) => ({
    trigger: 'tick',
    contact: { customerId: '42' },
    items: { n },
  }));
  await site.post('/api/events/batch', { events });
  const [contact] = await site.contacts();
  assert.deepEqual(
    await site.said(contact?.id ?? ''),
    events.map(({ items: { n } }) => `Tick ${n}`),
  );
});

test('an identity in the wrong form is refused by its place', async (t) => {
  const site = await identitySite(t, 'match');
  const refused = async (contact: JsonObject) =>
    (await site.post('/api/events', { trigger: 'tick', contact, items: { n: 1 } })).problem().complaints[0];
  assert.deepEqual((await refused({ phone: 'call me' }))?.path, ['contact', 'phone']);
  assert.match((await refused({ phone: 'call me' }))?.says ?? '', /phone number is expected, such as/);
  assert.deepEqual((await refused({ customerId: '' }))?.path, ['contact', 'customerId']);
  assert.match((await refused({}))?.says ?? '', /at least one of/);
});
