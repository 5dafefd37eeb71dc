// Tests of contacts, on real lanes: made, found, changed, spoken to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { botHandlers } from '../bots/handlers.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context } from '../http/handler.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { contactHandlers } from './handlers.ts';

const nobody = { name: null, email: null, phone: null, timeZone: null, fields: {} };

async function shop(t: TestContext, options: Parameters<typeof testRooms>[1] = {}) {
  const rooms = await testRooms(t, options);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const bot = await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  const field = { botId: bot.id, description: '' };
  await botHandlers.createUserField({ ...field, label: 'Amount', type: 'number' }, ours);
  await botHandlers.createUserField({ ...field, label: 'Status', type: 'text' }, ours);
  const make = (over: Partial<Parameters<typeof contactHandlers.createContact>[0]> = {}) =>
    contactHandlers.createContact({ botId: bot.id, ...nobody, ...over }, ours);
  return { rooms, ours, theirs, bot, make };
}

test('a contact gets a public id that names its bot, and is found by it', async (t) => {
  const { ours, theirs, bot, make } = await shop(t);
  const contact = await make({ name: 'Grace', fields: { amount: '12.50', status: 7 } });
  assert.match(contact.ns, new RegExp(`^f${bot.number}u\\d+$`));
  assert.notEqual((await make()).ns, contact.ns);
  assert.deepEqual(contact.fields, { amount: 12.5, status: '7' });
  assert.deepEqual([contact.botName, contact.tags, contact.pausedUntil], ['Shop', [], null]);
  assert.deepEqual(await contactHandlers.findContact({ ns: contact.ns }, ours), contact);
  assert.equal((await botHandlers.getBot({ botId: bot.id }, ours)).contacts, 2);
  await refused(contactHandlers.findContact({ ns: contact.ns }, theirs), 'not-found');
  await refused(contactHandlers.getContact({ contactId: contact.id }, theirs), 'not-found');
  await refused(contactHandlers.createContact({ botId: bot.id, ...nobody }, theirs), 'not-found');
});

test('values that fit no user field are refused with their places', async (t) => {
  const { make } = await shop(t);
  await refused(
    make({ fields: { amount: 'soon' } }),
    'bad-input',
    /"amount" must be a number/,
    'fields.amount',
  );
  await refused(
    make({ fields: { colour: 'red' } }),
    'bad-input',
    /no user field "colour"\. It has amount, status\./,
    'fields.colour',
  );
  await refused(make({ timeZone: 'Mars/Base' }), 'bad-input', /IANA/, 'timeZone');
});

test('contacts are listed the last seen first, page by page, without a gap or a double', async (t) => {
  const { rooms, ours, theirs, make } = await shop(t);
  const ids: string[] = [];
  for (let count = 0; count < 9; count++) ids.push((await make({ name: `Contact ${count}` })).id);
  const seen = (id: string | undefined, at: string) =>
    rooms.database.platform
      .updateTable('contact')
      .set({ last_seen_at: at })
      .where('id', '=', id ?? '')
      .execute();
  await seen(ids[3], '2026-01-02T00:00:00Z');
  await seen(ids[5], '2026-01-03T00:00:00Z');
  await seen(ids[6], '2026-01-03T00:00:00Z');
  const expected = [6, 5, 3, 8, 7, 4, 2, 1, 0].map((index) => ids[index]);
  for (const limit of [1, 2, 3, 9])
    assert.deepEqual(await readAll(ours, limit), expected, `pages of ${limit}`);
  assert.deepEqual((await contactHandlers.listContacts({ limit: 50 }, theirs)).rows, []);
});

async function readAll(context: Context, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await contactHandlers.listContacts({ limit, after }, context);
    ids.push(...page.rows.map((row) => row.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

test('a search finds parts of the name, address, phone and public id, taken literally', async (t) => {
  const { ours, make } = await shop(t);
  const grace = await make({ name: 'Grace_1', email: 'grace@example.com', phone: '+49 30 1' });
  await make({ name: 'Gracex1' });
  const names = async (search: string) =>
    (await contactHandlers.listContacts({ search, limit: 50 }, ours)).rows.map((row) => row.name);
  assert.deepEqual(await names('grace_'), ['Grace_1']);
  assert.deepEqual(await names('GRACE@'), ['Grace_1']);
  assert.deepEqual(await names('+49'), ['Grace_1']);
  assert.deepEqual(await names(grace.ns), ['Grace_1']);
});

test('a page of another list, or any other text, is no place to go on from', async (t) => {
  const { ours } = await shop(t);
  for (const after of ['x', Buffer.from('[7]').toString('base64url'), '']) {
    await refused(contactHandlers.listContacts({ limit: 5, after }, ours), 'bad-input', /"next"/, 'after');
  }
});

test('a change goes through the lane of the contact, and the answer tells what it led to', async (t) => {
  const { ours, theirs, make } = await shop(t, { lanes: 'real' });
  const contact = await make({ name: 'Grace', fields: { status: 'new' } });
  const change = {
    contactId: contact.id,
    name: 'Grace H.',
    fields: { amount: 3 },
    addTags: ['vip'],
    pausedUntil: '2030-01-01T00:00:00.000Z',
  };
  const changed = await contactHandlers.changeContact(change, ours);
  assert.deepEqual(
    [changed.name, changed.tags, changed.pausedUntil],
    ['Grace H.', ['vip'], '2030-01-01T00:00:00.000Z'],
  );
  assert.deepEqual(changed.fields, { status: 'new', amount: 3 });
  const again = await contactHandlers.changeContact(
    { contactId: contact.id, removeTags: ['vip'], pausedUntil: null },
    ours,
  );
  assert.deepEqual([again.name, again.tags, again.pausedUntil], ['Grace H.', [], null]);
  await refused(
    contactHandlers.changeContact({ contactId: contact.id, fields: { amount: 'x' } }, ours),
    'bad-input',
  );
  await refused(contactHandlers.changeContact({ contactId: contact.id, name: 'Mine' }, theirs), 'not-found');
});

test('a message of a member and one of an app are in the conversation, newest first', async (t) => {
  const { rooms, ours, theirs, make } = await shop(t, { lanes: 'real' });
  const { id: contactId } = await make();
  const first = await contactHandlers.sendMessage(
    { contactId, content: { is: 'text', text: 'Hello' } },
    ours,
  );
  const second = await contactHandlers.sendMessage(
    { contactId, content: { is: 'text', text: 'Paid' } },
    rooms.withKey(ours),
  );
  assert.deepEqual([first.seq, first.from, second.seq, second.from], [1, 'member', 2, 'bot']);
  const page = await contactHandlers.listMessages({ contactId, limit: 1 }, ours);
  assert.deepEqual(page.rows, [second]);
  assert.deepEqual(
    await contactHandlers.listMessages({ contactId, limit: 1, after: page.next ?? '' }, ours),
    { rows: [first], next: null },
  );
  await refused(contactHandlers.listMessages({ contactId, limit: 5 }, theirs), 'not-found');
  await refused(
    contactHandlers.sendMessage({ contactId, content: { is: 'text', text: 'Hi' } }, theirs),
    'not-found',
  );
});

test('a text that is empty or too long is not sent', async (t) => {
  const { rooms, ours, make } = await shop(t);
  const { id: contactId } = await make();
  for (const text of ['', '  \n', 'x'.repeat(4001)]) {
    await refused(
      contactHandlers.sendMessage({ contactId, content: { is: 'text', text } }, ours),
      'bad-input',
      /1 to 4000/,
      'content.text',
    );
  }
  assert.deepEqual(rooms.door.arrivals, []);
});

test('orders are listed newest first, by contact or by bot', async (t) => {
  const { rooms, ours, theirs, bot, make } = await shop(t);
  const [grace, alan] = [await make({ name: 'Grace' }), await make()];
  const numbers: string[] = [];
  for (const contact of [grace, alan, grace]) {
    const number = `N-${numbers.length}`;
    numbers.push(number);
    await rooms.database.platform
      .insertInto('customer_order')
      .values({
        workspace_id: ours.workspaceId,
        id: uuidV7(),
        bot_id: bot.id,
        contact_id: contact.id,
        number,
        status: 'ordered',
        currency: 'EUR',
        items: '[]',
        total: 1999,
        created_at: '2026-01-01T00:00:00Z',
      })
      .execute();
  }
  const list = async (input: { contactId?: string; botId?: string }) =>
    (await contactHandlers.listOrders({ limit: 50, ...input }, ours)).rows.map((row) => [
      row.number,
      row.contactName,
    ]);
  assert.deepEqual(await list({}), [
    ['N-2', 'Grace'],
    ['N-1', null],
    ['N-0', 'Grace'],
  ]);
  assert.deepEqual(await list({ contactId: alan.id }), [['N-1', null]]);
  assert.deepEqual(await list({ botId: uuidV7() }), []);
  const page = await contactHandlers.listOrders({ limit: 2 }, ours);
  const rest = await contactHandlers.listOrders({ limit: 2, after: page.next ?? '' }, ours);
  assert.deepEqual([rest.rows.map((row) => row.number), rest.next], [['N-0'], null]);
  assert.deepEqual((await contactHandlers.listOrders({ limit: 2 }, theirs)).rows, []);
});
