// Webhooks of bots over real connections: whom a call finds or makes, what it fills in, and the flow it starts.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { botReceivingSchema } from '@bellwire/model/bot-webhook.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { callAt, hookSite } from './hook-site.ts';

const thanking: FlowGraph = {
  start: 'say',
  steps: [
    {
      id: 'say',
      type: 'send-message',
      settings: { kind: 'text', text: 'Order {{trigger.body.id}} of {{user.sum}}' },
      exits: {},
    },
  ],
};

async function botSite(t: TestContext) {
  const site = await hookSite(t, {}, thanking);
  await site.database.platform
    .insertInto('user_field')
    .values({ workspace_id: site.workspaceId, bot_id: site.botId, name: 'sum', label: 'Sum', type: 'number' })
    .execute();
  const receiving = botReceivingSchema.parse({ mappings: [{ path: '$.body.sum', field: 'sum' }] });
  const made = await site.ask('createBotWebhook', `/api/bots/${site.botId}/webhooks`, {
    name: 'Orders',
    flowId: site.flowId,
    receiving,
  });
  const said = async () => {
    await site.settle();
    const rows = site.database.platform
      .selectFrom('message')
      .select(['contact_id', 'content'])
      .orderBy('sent_at');
    return (await rows.execute()).map(({ contact_id: contact, content }) => ({
      contact,
      text: content.is === 'text' ? content.text : content.is,
    }));
  };
  const calls = async () => {
    await site.settle();
    return (await site.ask('listWebhookCalls', `/api/webhooks/${made.addressId}/calls`)).rows;
  };
  return { ...site, made, said, calls, call: (body: unknown) => callAt(made.address, body) };
}

test('a call by public id fills the user fields and starts the flow with what came', async (t) => {
  const { makeContact, call, said, calls } = await botSite(t);
  const { id, ns } = await makeContact();
  assert.equal((await call({ user_ns: ns, id: 'A-1', sum: '19.5' })).status, 200);
  assert.deepEqual(await said(), [{ contact: id, text: 'Order A-1 of 19.5' }]);
  assert.deepEqual(
    (await calls()).map(({ verdict, runStatus }) => [verdict, runStatus]),
    [['taken', 'done']],
  );
});

test('without a public id the e-mail or phone finds the contact, and who is not known is made once', async (t) => {
  const { database, call, said, calls } = await botSite(t);
  for (const id of ['B-1', 'B-2']) await call({ id, sum: 1, email: 'Ada@Example.com', phone: 'none' });
  const told = await said();
  assert.equal(told.length, 2);
  assert.equal(new Set(told.map(({ contact }) => contact)).size, 1);
  const contact = await database.platform.selectFrom('contact').select('email').executeTakeFirstOrThrow();
  assert.equal(contact.email, 'ada@example.com');
  await call({ id: 'B-3', email: 'nobody' });
  assert.deepEqual([(await calls())[0]?.verdict, (await said()).length], ['unmatched', 2]);
});

test('a contact of another bot is not this one, a paused one gets its fields and no message', async (t) => {
  const { database, makeContact, call, said, calls, workspaceId } = await botSite(t);
  const { id, ns } = await makeContact();
  await database.pool.query(`update contact set paused_until = now() + interval '1 hour' where id = $1`, [
    id,
  ]);
  await call({ user_ns: ns, id: 'C-1', sum: 7 });
  const [paused] = await calls();
  assert.equal(paused?.runStatus, 'failed');
  const contact = await database.platform
    .selectFrom('contact')
    .select('fields')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  assert.deepEqual([contact.fields['sum'], await said()], [7, []]);
  const other = await database.pool.query<{ id: string }>(
    `insert into bot (id, workspace_id, name, public_id) values (gen_random_uuid(), $1, 'Other', 'other') returning id`,
    [workspaceId],
  );
  await database.pool.query(
    `insert into contact (id, workspace_id, bot_id, ns) values (gen_random_uuid(), $1, $2, 'f9u9')`,
    [workspaceId, other.rows[0]?.id],
  );
  await call({ user_ns: 'f9u9', id: 'C-2', sum: 7 });
  assert.equal((await calls())[0]?.verdict, 'unmatched');
});

test('a webhook that is switched off or removed takes nothing, and what does not fit is refused', async (t) => {
  const { ask, made, call } = await botSite(t);
  const path = `/api/bot-webhooks/${made.id}`;
  await ask('updateBotWebhook', path, { enabled: false });
  assert.equal((await call({})).status, 410);
  const on = await ask('updateBotWebhook', path, { enabled: true, name: 'Shop' });
  assert.deepEqual([on.name, on.receiving.mappings.length], ['Shop', 1]);
  const wrong = { ...made.receiving, signature: { is: 'standard', secretInput: 'key' } };
  await assert.rejects(ask('updateBotWebhook', path, { receiving: wrong }), /A bot has no auth inputs/);
  await ask('deleteBotWebhook', path);
  assert.equal((await call({})).status, 404);
});
