// One-time URLs over real connections: the web form, the page behind it, and who does not use an address up.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { AppInput } from '@bellwire/model/app.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { testFireSite } from './fire-site.ts';

const flow = {
  name: 'back',
  label: 'Back',
  start: 'fire',
  steps: [{ id: 'fire', type: 'fire-trigger', settings: { trigger: 'tick' }, exits: {} }],
};

const plain = { name: 'back', label: 'Back', flow: 'back', mappings: [{ path: '$.n', field: 'n' }] };

const survey = {
  name: 'back',
  label: 'Back',
  flow: 'back',
  form: {
    title: 'How many?',
    inputs: [{ name: 'many', type: 'number' as const, title: 'How many', saveTo: 'n' }],
  },
  page: { title: 'Thank you <b>{{app.n}}</b>', text: 'We noted {{app.n}}.{{app.pin}}' },
};

async function urlSite(t: TestContext, url: NonNullable<AppInput['oneTimeUrls']>[number]) {
  const fields = [
    { name: 'n', label: 'N', type: 'number' as const },
    { name: 'pin', label: 'Pin', type: 'text' as const, secure: true },
  ];
  const site = await testFireSite(t, {
    graph: { start: null, steps: [] },
    app: { oneTimeUrls: [url], flows: [flow], fields },
  });
  const { id: contactId } = await site.makeContact();
  const token = `a-token-that-nobody-guesses-${uuidV7()}`;
  await site.database.pool.query(
    `insert into one_time_url (id, workspace_id, install_id, version_id, bot_id, contact_id, name, token_hash, app_values, created_at, expires_at)
     select $1, $2, i.id, i.version_id, $4, $5, 'back', sha256($6::bytea), '{"pin": "1234"}', now(), now() + interval '1 minute'
       from install i where i.id = $3`,
    [uuidV7(), site.workspaceId, site.installId, site.botId, contactId, Buffer.from(token)],
  );
  const call = async (init: RequestInit = {}, query = '') => {
    const answer = await fetch(`${site.origin}/u/${token}${query}`, init);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const fired = async () => {
    await site.settle();
    const events = await site.database.platform.selectFrom('event').select('items').execute();
    return events.map(({ items }) => items);
  };
  return { call, fired };
}

const browser = { accept: 'text/html,application/xhtml+xml' };
const sent = (answers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: browser,
  body: new URLSearchParams(answers),
});

test('a form can be opened as often as one likes; what is sent with it is taken once', async (t) => {
  const { call, fired } = await urlSite(t, survey);
  for (const init of [{ headers: browser }, { method: 'HEAD' }, { headers: browser }])
    assert.equal((await call(init)).status, 200);
  const opened = await call({ headers: browser });
  assert.match(opened.text, /<label for="f-many">How many<\/label>/);
  assert.match(opened.text, /<form method="post">/);
  const taken = await call(sent({ many: '7' }));
  assert.equal(taken.status, 200);
  assert.match(taken.text, /Thank you &lt;b&gt;7&lt;\/b&gt;/);
  assert.match(taken.text, /We noted 7\.</, 'a secure field is not shown');
  for (const init of [sent({ many: '8' }), { headers: browser }]) {
    const late = await call(init);
    assert.equal(late.status, 410);
    assert.match(late.text, /This address has been used/);
  }
  assert.deepEqual(await fired(), [{ n: 7 }]);
});

test('a wrong answer is told beside its field, what was typed stays, and the address is not used up', async (t) => {
  const { call, fired } = await urlSite(t, survey);
  const wrong = await call(sent({ many: '"><script>' }));
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /aria-describedby="f-many-wrong" aria-invalid="true"/);
  assert.match(wrong.text, /How many has to be a number, such as 12\.5\./);
  assert.match(wrong.text, /value="&quot;&gt;&lt;script&gt;"/);
  const byProgram = await call({ method: 'POST', body: '{"many": "seven"}' });
  assert.equal(byProgram.status, 422);
  assert.deepEqual(JSON.parse(byProgram.text).faults, {
    many: 'How many has to be a number, such as 12.5. Write digits only.',
  });
  assert.equal((await call({ method: 'POST', body: '{"many": 9}' })).status, 200);
  assert.deepEqual(await fired(), [{ n: 9 }]);
});

test('two hundred forms sent at once have one winner', async (t) => {
  const { call, fired } = await urlSite(t, survey);
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => call(sent({ many: String(n) }))));
  const counts = Object.groupBy(answers, ({ status }) => status);
  assert.deepEqual([counts[200]?.length, counts[410]?.length], [1, 199]);
  assert.equal((await fired()).length, 1);
});

test('looks do not use an address up, and a posting server called a bot is no look', async (t) => {
  const { call, fired } = await urlSite(t, plain);
  const bot = { 'user-agent': 'AcmeBot/1.0 (webhook)' };
  for (const headers of [bot, { purpose: 'prefetch' }, { 'user-agent': 'WhatsApp/2' }])
    assert.equal((await call({ headers }, '?n=1')).status, 200);
  assert.equal((await call({}, '')).status, 200);
  assert.equal((await call({ method: 'POST', headers: bot, body: '{"n": 5}' })).status, 200);
  assert.deepEqual(await fired(), [{ n: 5 }]);
});

test('who calls one address without end is told to wait', async (t) => {
  const { call } = await urlSite(t, plain);
  const answers = await Promise.all(
    Array.from({ length: 320 }, () => call({ method: 'POST', body: '{"n":1}' })),
  );
  const limited = answers.filter(({ status }) => status === 429);
  assert.ok(limited.length >= 1);
  assert.match(limited[0]?.text ?? '', /Nothing was taken in/);
});
