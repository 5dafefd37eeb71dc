// Fire tokens over real connections: what one opens, and that it opens nothing else.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { testFireSite } from './fire-site.ts';

const saying: FlowGraph = {
  start: 'say',
  steps: [
    { id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Tick {{trigger.n}}' }, exits: {} },
  ],
};

interface Wish {
  readonly contact?: string | null;
  readonly expiresAt?: string | null;
}

/** The install's own key makes the token, as the app's server would. */
async function tokenSite(t: TestContext) {
  const site = await testFireSite(t, { graph: saying });
  const path = `/api/installs/${site.installId}/fire-tokens`;
  const make = async (wish: Wish = {}) => {
    const made = (await site.post(path, { name: 'Zapier', trigger: 'tick', ...wish })).as('createFireToken');
    return { ...made, path: new URL(made.address).pathname };
  };
  return { ...site, make, tokens: path, noKey: { authorization: '' } };
}

test('a token fires its one trigger for its one contact, and the body is nothing but the items', async (t) => {
  const { make, makeContact, post, settle, database, noKey } = await tokenSite(t);
  const { id, ns } = await makeContact();
  const { path } = await make({ contact: ns });
  const fired = (await post(path, { n: 7 }, noKey)).as('fireTrigger');
  assert.deepEqual([fired.status, fired.listeners], ['accepted', 1]);
  await settle();
  const said = await database.platform
    .selectFrom('message')
    .select('content')
    .where('contact_id', '=', id)
    .execute();
  assert.deepEqual(
    said.map(({ content }) => content),
    [{ is: 'text', text: 'Tick 7' }],
  );
  const event = await database.platform
    .selectFrom('event')
    .select('fired_by')
    .where('id', '=', fired.eventId)
    .executeTakeFirstOrThrow();
  assert.match(event.fired_by, /^The fire token "Zapier" \(bw_fire_\w+…\)$/);
  const wrong = (await post(path, { n: 'seven' }, noKey)).problem();
  assert.deepEqual([wrong.code, wrong.complaints[0]?.path], ['contract-mismatch', ['n']]);
  const other = (await post(`${path}?contact=f1u1`, { n: 7 }, noKey)).problem();
  assert.match(other.complaints[0]?.says ?? '', /for the contact \S+ only/);
});

test('a token for any contact takes it from the query, and the idempotency key from the header', async (t) => {
  const { make, makeContact, post, noKey } = await tokenSite(t);
  const { ns } = await makeContact();
  const { path } = await make();
  const send = (query: string) => post(`${path}${query}`, { n: 1 }, { ...noKey, 'idempotency-key': 'AP-1' });
  const first = (await send(`?contact=${ns}`)).as('fireTrigger');
  const again = (await send(`?contact=${ns}`)).as('fireTrigger');
  assert.deepEqual([again.status, again.eventId], ['duplicate', first.eventId]);
  assert.match((await send('')).problem().complaints[0]?.says ?? '', /Name the contact in the query/);
  assert.match((await send('?mail=a')).problem().complaints[0]?.says ?? '', /no "mail" here/);
  const byPhone = await post(`${path}?phone=+4930123456`, { n: 1 }, noKey);
  assert.match(byPhone.as('fireTrigger').says, /phone \+4930123456/);
});

test('a token is no key: elsewhere it opens nothing, and a key opens no address of a token', async (t) => {
  const { make, makeContact, post, key } = await tokenSite(t);
  const { ns } = await makeContact();
  const { token } = await make();
  const asKey = { authorization: `Bearer ${token}` };
  const event = { trigger: 'tick', contact: ns, items: { n: 1 } };
  for (const path of ['/api/events', '/api/events/batch', '/api/subscriber/app-trigger', '/api/contacts']) {
    const answer = await post(path, path.endsWith('batch') ? { events: [event] } : event, asKey);
    assert.deepEqual([answer.status, answer.problem().code], [401, 'key-unknown'], path);
  }
  const answer = await post(`/api/fire/${key}`, { n: 1 });
  assert.equal(answer.status, 401);
  assert.match(answer.problem().says, /API key, expected was "bw_fire_…"/);
});

test('a token that is revoked, over, or of an app that is gone says so, and its workspace hears of it', async (t) => {
  const { make, makeContact, post, database, origin, tokens, key, installId, noKey } = await tokenSite(t);
  const { ns } = await makeContact();
  const revoked = await make({ contact: ns });
  await post(revoked.path, { n: 1 }, noKey);
  const answer = await fetch(`${origin}${tokens}/${revoked.view.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${key}` },
  });
  assert.equal(answer.status, 200);
  assert.equal((await post(revoked.path, { n: 1 }, noKey)).problem().code, 'key-revoked');
  const over = await make({ contact: ns, expiresAt: new Date(Date.now() + 60_000).toISOString() });
  await database.platform
    .updateTable('fire_token')
    .set({ expires_at: '2020-01-01T00:00:00Z' })
    .where('id', '=', over.view.id)
    .execute();
  assert.equal((await post(over.path, { n: 1 }, noKey)).problem().code, 'key-expired');
  const orphan = await make({ contact: ns });
  await database.platform
    .updateTable('install')
    .set({ state: 'uninstalled' })
    .where('id', '=', installId)
    .execute();
  assert.equal((await post(orphan.path, { n: 1 }, noKey)).problem().code, 'install-gone');
  const refusals = await database.platform
    .selectFrom('event')
    .select('reason')
    .where('state', '=', 'refused')
    .execute();
  assert.equal(refusals.length, 3);
});

test('only the hash of a token is stored, and the list shows its beginning and its last use', async (t) => {
  const { make, makeContact, post, database, origin, tokens, key, noKey } = await tokenSite(t);
  const { ns } = await makeContact();
  const { token, path } = await make({ contact: ns });
  await post(path, { n: 1 }, noKey);
  const rows = await database.platform.selectFrom('fire_token').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(token));
  const answer = await fetch(`${origin}${tokens}`, { headers: { authorization: `Bearer ${key}` } });
  const list = JSON.stringify(await answer.json());
  assert.ok(!list.includes(token) && list.includes(token.slice(0, 11)));
  assert.match(list, /"lastUsedAt":"20/);
});

test('a token is made only for a trigger that is there, a contact that is known and a time to come', async (t) => {
  const { post, tokens, workspaceId } = await tokenSite(t);
  const make = async (wish: object) =>
    (await post(tokens, { name: 'Zapier', trigger: 'tick', ...wish })).problem();
  assert.match((await make({ trigger: 'tock' })).says, /no trigger "tock". It has tick/);
  assert.equal((await make({ contact: 'f9u9' })).code, 'not-found');
  assert.match((await make({ expiresAt: '2020-01-01T00:00:00Z' })).complaints[0]?.says ?? '', /time is over/);
  const elsewhere = await post(`/api/installs/${workspaceId}/fire-tokens`, { name: 'x', trigger: 'tick' });
  assert.equal(elsewhere.problem().code, 'not-found');
});
