// Tests of bots and their user fields.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { botHandlers } from './handlers.ts';

test('a bot is made, listed and changed, and no other workspace sees it', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const bot = await botHandlers.createBot({ name: 'Shop', greeting: 'Hi', timeZone: 'Europe/Berlin' }, ours);
  assert.equal(bot.contacts, 0);
  assert.equal(bot.mainFlowId, null);
  assert.match(bot.publicId, /^[\w-]{16}$/);
  const changed = await botHandlers.updateBot({ botId: bot.id, name: 'Store' }, ours);
  assert.deepEqual(changed, { ...bot, name: 'Store' });
  assert.deepEqual(await botHandlers.listBots({}, ours), { rows: [changed] });
  assert.deepEqual(await botHandlers.listBots({}, theirs), { rows: [] });
  await refused(botHandlers.getBot({ botId: bot.id }, theirs), 'not-found');
  await refused(botHandlers.updateBot({ botId: bot.id, name: 'Ours now' }, theirs), 'not-found');
});

test('an unknown time zone is refused with its place', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  for (const timeZone of ['Mars/Base', '+02:00', '']) {
    await refused(
      botHandlers.createBot({ name: 'Shop', greeting: '', timeZone }, ours),
      'bad-input',
      /IANA/,
      'timeZone',
    );
  }
});

test('the main flow is a flow of the same bot', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const make = (name: string) => botHandlers.createBot({ name, greeting: '', timeZone: 'UTC' }, ours);
  const [bot, other] = [await make('Shop'), await make('Help')];
  const flow = await botHandlers.createFlow({ botId: bot.id, name: 'Welcome', keywords: [] }, ours);
  assert.equal((await botHandlers.getBot({ botId: bot.id }, ours)).mainFlowId, null);
  const set = await botHandlers.updateBot({ botId: bot.id, mainFlowId: flow.id }, ours);
  assert.equal(set.mainFlowId, flow.id);
  await refused(
    botHandlers.updateBot({ botId: other.id, mainFlowId: flow.id }, ours),
    'bad-input',
    /no such flow/,
    'mainFlowId',
  );
  assert.equal((await botHandlers.updateBot({ botId: bot.id, mainFlowId: null }, ours)).mainFlowId, null);
});

test('a user field gets a free name from its label; a name that is taken is refused with the way out', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: botId } = await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  const field = { botId, label: 'Payment status', type: 'text', description: '' } as const;
  assert.equal((await botHandlers.createUserField(field, ours)).name, 'payment_status');
  assert.equal((await botHandlers.createUserField(field, ours)).name, 'payment_status_2');
  const problem = await refused(
    botHandlers.createUserField({ ...field, name: 'payment_status' }, ours),
    'conflict',
    /payment_status_3/,
  );
  assert.equal(problem.facts['freeName'], 'payment_status_3');
  const { rows } = await botHandlers.listUserFields({ botId }, ours);
  assert.deepEqual(
    rows.map((row) => row.name),
    ['payment_status', 'payment_status_2'],
  );
  await refused(botHandlers.listUserFields({ botId: uuidV7() }, ours), 'not-found');
});

test('workers are told of a changed bot when the change commits', async (t) => {
  const rooms = await testRooms(t);
  const ours = await rooms.workspace();
  const client = await rooms.database.pool.connect();
  const heard: (string | undefined)[] = [];
  client.on('notification', (notice) => heard.push(notice.payload));
  await client.query('listen bellwire_definitions');
  await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  await client.query('select 1');
  client.release(true);
  assert.deepEqual(heard, [ours.workspaceId]);
});
