// Tests of the inbox of events without a contact, on real lanes: listed, linked, made into a contact, let go.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import type { GivenIdentities } from '@bellwire/model/identity.ts';
import { testShop } from '../bots/shop-for-test.ts';
import { contactHandlers } from '../contacts/handlers.ts';
import { eventHandlers } from '../events/handlers.ts';
import { refused } from '../http/refused.ts';
import { unmatchedHandlers } from './handlers.ts';

async function unmatchedShop(t: TestContext) {
  const shop = await testShop(t, { lanes: 'real' });
  const { rooms, ours, install, bot } = shop;
  const byKey = rooms.withKey(ours, { installId: install.id, scopes: ['triggers:fire'] });
  const fire = (contact: string | GivenIdentities, amount = 1) =>
    eventHandlers.fireTrigger({ trigger: 'payment_paid', contact, items: { amount } }, byKey);
  /** What became of the contact's events, in the order of their settling. */
  const settled = async (contactId: string, count: number) => {
    for (let waited = 0; waited < 5000; waited += 20) {
      const { rows } = await eventHandlers.listEvents({ contactId, limit: 50 }, ours);
      const done = rows.filter(({ settledAt }) => settledAt !== null);
      if (done.length === count) return done.toReversed();
      await pause(20);
    }
    return assert.fail(`${count} events were not settled.`);
  };
  const person = { botId: bot.id, name: null, email: null, phone: null, timeZone: null, fields: {} };
  return {
    ...shop,
    fire,
    settled,
    list: async () => (await unmatchedHandlers.listUnmatched({ limit: 50 }, ours)).rows,
    makeContact: (profile: { name?: string; email?: string; phone?: string }) =>
      contactHandlers.createContact({ ...person, ...profile }, ours),
    group: (kind: 'ns' | 'email' | 'customerId', value: string) => ({ installId: install.id, kind, value }),
  };
}

test('events are grouped by what they named their contact by, each group with those who could be meant', async (t) => {
  const { fire, list, makeContact, theirs, ours } = await unmatchedShop(t);
  const ada = await makeContact({ name: 'Ada', email: 'ADA@example.com', phone: '+49 30 1234567' });
  await fire('f9u9');
  await fire({ customerId: '42', email: 'ada@example.com', phone: '0049301234567' });
  await fire({ customerId: '42', email: 'Ada@Example.com' });
  const [customer, unknown] = await list();
  assert.deepEqual([customer?.says, customer?.events], ['customer id 42', 2]);
  assert.deepEqual(customer?.candidates, [
    { contactId: ada.id, ns: ada.ns, name: 'Ada', botName: 'Shop', by: 'e-mail ada@example.com' },
  ]);
  assert.deepEqual(
    [unknown?.says, unknown?.triggerLabel, unknown?.candidates],
    ['contact f9u9', 'Payment paid', []],
  );
  assert.deepEqual((await unmatchedHandlers.listUnmatched({ limit: 50 }, theirs)).rows, []);
  const first = await unmatchedHandlers.listUnmatched({ limit: 1 }, ours);
  const rest = await unmatchedHandlers.listUnmatched({ limit: 1, after: first.next ?? '' }, ours);
  assert.deepEqual([first.rows[0]?.value, rest.rows[0]?.value, rest.next], ['42', 'f9u9', null]);
});

test('after a link the events that waited run in order, and later ones find the contact by themselves', async (t) => {
  const { fire, group, list, ours, contact, settled, subscribe } = await unmatchedShop(t);
  await subscribe();
  for (const amount of [1, 2, 3]) await fire({ customerId: '42' }, amount);
  const linked = await unmatchedHandlers.linkUnmatched(
    { ...group('customerId', '42'), contactId: contact.id },
    ours,
  );
  assert.equal(linked.events, 3);
  assert.match(linked.says, /customer id 42 is Grace from now on. For Grace now run 3 events/);
  assert.equal((await fire({ customerId: '42' }, 4)).status, 'accepted');
  const events = await settled(contact.id, 4);
  assert.deepEqual(
    events.map(({ items, state }) => [items, state]),
    [1, 2, 3, 4].map((amount) => [{ amount }, 'done']),
  );
  assert.deepEqual(await list(), []);
  const story = await eventHandlers.getEvent({ eventId: events[0]?.id ?? '' }, ours);
  assert.match(story.arrival.at(-1)?.says ?? '', /linked to customer id 42/);
});

test('a wrong link is taken back, and an unknown public id can be linked like anything else', async (t) => {
  const { fire, group, install, ours, theirs, contact } = await unmatchedShop(t);
  await fire('f9u9');
  const link = { ...group('ns', 'f9u9'), contactId: contact.id };
  await refused(unmatchedHandlers.linkUnmatched(link, theirs), 'not-found');
  assert.equal((await unmatchedHandlers.linkUnmatched(link, ours)).events, 1);
  assert.notEqual((await fire('f9u9')).status, 'parked');
  const { rows } = await unmatchedHandlers.listIdentities({ contactId: contact.id }, ours);
  assert.deepEqual(
    rows.map(({ kind, value, installName }) => [kind, value, installName]),
    [['ns', 'f9u9', install.name]],
  );
  await refused(unmatchedHandlers.unlinkIdentity(link, theirs), 'not-found');
  await unmatchedHandlers.unlinkIdentity(link, ours);
  assert.equal((await fire('f9u9')).status, 'parked');
});

test('a contact is made from what the events brought', async (t) => {
  const { fire, group, ours, bot, settled } = await unmatchedShop(t);
  await fire({ customerId: '42', email: 'Ada@example.com', phone: '0049 30 1234567' });
  const made = await unmatchedHandlers.createUnmatchedContact(
    { ...group('customerId', '42'), botId: bot.id, name: 'Ada' },
    ours,
  );
  const ada = await contactHandlers.getContact({ contactId: made.contactId }, ours);
  assert.deepEqual([ada.name, ada.email, ada.phone], ['Ada', 'ada@example.com', '+49301234567']);
  await settled(ada.id, 1);
  const again = { ...group('customerId', '42'), botId: bot.id, name: null };
  await refused(unmatchedHandlers.createUnmatchedContact(again, ours), 'conflict', /No event waits/);
});

test('what is dismissed stays readable with the reason, and waits for nobody', async (t) => {
  const { fire, group, list, ours } = await unmatchedShop(t);
  const { eventId } = await fire({ email: 'robot@example.com' });
  const dismissal = { ...group('email', 'robot@example.com'), because: 'A test of the provider.' };
  assert.equal((await unmatchedHandlers.dismissUnmatched(dismissal, ours)).events, 1);
  const story = await eventHandlers.getEvent({ eventId }, ours);
  assert.deepEqual([story.state, story.reason], ['dismissed', 'Dismissed by Ada: A test of the provider.']);
  assert.deepEqual(await list(), []);
  await refused(unmatchedHandlers.dismissUnmatched(dismissal, ours), 'conflict');
});

test('the policy of an install is read and set, and making contacts needs a bot', async (t) => {
  const { fire, install, ours, theirs, bot, makeContact } = await unmatchedShop(t);
  const installId = install.id;
  const read = () => unmatchedHandlers.getContactPolicy({ installId }, ours);
  assert.deepEqual(await read(), { policy: 'unmatched', botId: null });
  const set = (policy: 'match' | 'match-or-create', botId: string | null, context = ours) =>
    unmatchedHandlers.setContactPolicy({ installId, policy, botId }, context);
  await refused(set('match-or-create', null), 'bad-input', /bot in which new contacts are made/);
  await refused(set('match', null, theirs), 'not-found');
  await set('match-or-create', bot.id);
  assert.deepEqual(await read(), { policy: 'match-or-create', botId: bot.id });
  await makeContact({ email: 'ada@example.com' });
  // The lanes hear of the change by a notification, a moment later.
  for (
    let waited = 0;
    waited < 5000 && (await fire({ email: 'ada@example.com' })).status === 'parked';
    waited += 50
  )
    await pause(50);
  assert.notEqual((await fire({ email: 'ada@example.com' })).status, 'parked');
});

test('a parked event is run by its own button once its contact is known', async (t) => {
  const { fire, makeContact, install, ours, settled } = await unmatchedShop(t);
  await unmatchedHandlers.setContactPolicy({ installId: install.id, policy: 'match', botId: null }, ours);
  const { eventId } = await fire({ email: 'ada@example.com' });
  await refused(
    eventHandlers.runParked({ eventId }, ours),
    'conflict',
    /still no contact with e-mail ada@example.com/,
  );
  const ada = await makeContact({ email: 'Ada@example.com' });
  for (let waited = 0; waited < 5000; waited += 50) {
    const ran = await eventHandlers.runParked({ eventId }, ours).catch(() => undefined);
    if (ran !== undefined) break;
    await pause(50);
  }
  assert.equal((await settled(ada.id, 1))[0]?.id, eventId);
});
