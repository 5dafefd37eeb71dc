// Webhooks of installs over real connections: what is taken, what is not, and what becomes of it.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { hookSite } from './hook-site.ts';

test('a call is mapped, runs the flow for its contact, and the event leads back to it', async (t) => {
  const site = await hookSite(t, { answer: { status: 202, text: '{"taken": true}' } });
  const { id: contactId, ns } = await site.makeContact();
  const answer = await site.call({ user: ns, n: 7 });
  assert.deepEqual([answer.status, answer.text], [202, '{"taken": true}']);
  const [event] = await site.fired();
  assert.deepEqual([event?.items, event?.contact_id], [{ n: 7 }, contactId]);
  const [call] = await site.calls();
  assert.deepEqual(
    [call?.verdict, call?.says, call?.runStatus, call?.runId],
    ['taken', `For ${ns}, who was known.`, 'done', event?.cause_run_id],
  );
  const story = await site.ask('getEvent', `/api/events/${event?.id}`);
  assert.deepEqual([story.webhookCall?.id, story.webhookCall?.label], [call?.id, 'Paid']);
});

test('a hundred deliveries of one id run once, also after the server was ended and started again', async (t) => {
  const site = await hookSite(t, { doubles: { is: 'path', path: '$.body.id' } });
  const { ns } = await site.makeContact();
  const body = { id: 'evt_1', user: ns, n: 1 };
  const answers = await Promise.all(Array.from({ length: 100 }, () => site.call(body)));
  assert.ok(answers.every(({ status }) => status === 200));
  await site.end();
  await site.startAgain();
  assert.equal((await site.call(body)).status, 200);
  assert.equal((await site.call({ ...body, id: 'evt_2' })).status, 200);
  assert.equal((await site.fired()).length, 2);
  assert.equal((await site.calls('?verdict=taken')).length, 2);
});

test('the same body within its time is one call, and without such a rule it is two', async (t) => {
  for (const [doubles, count] of [
    [{ is: 'body' as const, minutes: 5 }, 1],
    [undefined, 2],
  ] as const) {
    const site = await hookSite(t, doubles === undefined ? {} : { doubles });
    const { ns } = await site.makeContact();
    await site.call({ user: ns, n: 1 });
    await site.call({ user: ns, n: 1 });
    assert.equal((await site.fired()).length, count);
  }
});

test('a signed webhook takes nothing before its secret is set, and both secrets while one is changed', async (t) => {
  const site = await hookSite(t, { signature: { is: 'hmac', header: 'x-sig', prefix: 'sha256=' } });
  const { ns } = await site.makeContact();
  const text = JSON.stringify({ user: ns, n: 3 });
  const signed = (secret: string) => ({
    headers: { 'x-sig': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}` },
  });
  const unset = await site.call(text, signed(''));
  assert.deepEqual([unset.status, /secret of this webhook is not set/.test(unset.text)], [401, true]);
  const path = `/api/webhooks/${site.id}/secret`;
  const { secret: made } = await site.ask('setWebhookSecret', path, { secret: null });
  assert.match(made ?? '', /^whsec_/);
  await site.ask('setWebhookSecret', path, { secret: 'second', keepOld: true });
  assert.equal((await site.call(text)).status, 401);
  assert.equal((await site.call(text, signed('third'))).status, 401);
  for (const secret of [made ?? '', 'second'])
    assert.equal((await site.call(text, signed(secret))).status, 200);
  await site.ask('setWebhookSecret', path, { secret: 'third' });
  assert.equal((await site.call(text, signed('second'))).status, 401);
  assert.equal((await site.fired()).length, 2);
  assert.equal((await site.webhook()).secrets, 1);
  const kept = JSON.stringify(await site.calls());
  assert.ok(
    !kept.includes(made ?? '') && !kept.includes(createHmac('sha256', 'second').update(text).digest('hex')),
  );
});

test('a call whose contact is not known is kept, and runs when it is', async (t) => {
  const site = await hookSite(t);
  assert.equal((await site.call({ email: 'ada@example.com', n: 5 })).status, 200);
  const [call] = await site.calls();
  assert.equal(call?.verdict, 'unmatched');
  assert.match(call?.says ?? '', /No contact is known by e-mail ada@example\.com/);
  assert.deepEqual(await site.fired(), []);
  const { id: contactId } = await site.makeContact();
  await site.database.pool.query(`update contact set email = 'ada@example.com'`);
  await site.database.pool.query(`update install set contact_policy = 'match'`);
  await site.ask('replayWebhookCall', `/api/webhook-calls/${call?.id}/replay`);
  const [event] = await site.fired();
  assert.deepEqual([event?.items, event?.contact_id], [{ n: 5 }, contactId]);
  const [again] = await site.calls();
  assert.deepEqual([again?.verdict, again?.replayOf], ['taken', call?.id]);
});

test('an address can be replaced: the one before goes on only for the time that was given', async (t) => {
  const site = await hookSite(t);
  const { ns } = await site.makeContact();
  const path = `/api/webhooks/${site.id}/address`;
  const second = await site.ask('replaceWebhookAddress', path, { overlapMinutes: 5 });
  for (const to of [site.address, second.address])
    assert.equal((await site.call({ user: ns, n: 1 }, {}, to)).status, 200);
  const third = await site.ask('replaceWebhookAddress', path, {});
  for (const [to, status] of [
    [site.address, 404],
    [second.address, 404],
    [third.address, 200],
  ] as const)
    assert.equal((await site.call({ user: ns, n: 1 }, {}, to)).status, status);
});

test('challenges are answered, in the query only to who knows the secret', async (t) => {
  const site = await hookSite(t, {
    signature: { is: 'secret', in: 'header', name: 'x-secret' },
    challenge: { is: 'query', name: 'hub.challenge', tokenName: 'hub.verify_token' },
  });
  await site.ask('setWebhookSecret', `/api/webhooks/${site.id}/secret`, { secret: 'known' });
  const get = async (query: string) =>
    site.call(undefined, { method: 'GET', body: null }, `${site.address}?${query}`);
  assert.deepEqual(await get('hub.mode=subscribe&hub.challenge=42&hub.verify_token=known'), {
    status: 200,
    text: '42',
  });
  assert.equal((await get('hub.challenge=42&hub.verify_token=other')).status, 403);
  assert.equal((await get('x=1')).status, 405);
  const slack = await hookSite(t, { challenge: { is: 'body', path: '$.body.challenge' } });
  assert.deepEqual(await slack.call({ type: 'url_verification', challenge: 'abc' }), {
    status: 200,
    text: 'abc',
  });
  assert.deepEqual(await slack.fired(), []);
});

test('what cannot be read, is too large, or comes after the end is refused with words', async (t) => {
  const site = await hookSite(t);
  const json = { headers: { 'content-type': 'application/json' } };
  assert.equal((await site.call('{"a":', json)).status, 400);
  assert.equal((await site.call('x'.repeat(300_000))).status, 413);
  assert.equal((await site.call({}, { method: 'PUT' })).status, 405);
  assert.equal((await site.call({}, {}, `${site.address.slice(0, -1)}?`)).status, 404);
  await site.database.pool.query(`update install set state = 'uninstalled'`);
  assert.equal((await site.call({})).status, 410);
  const verdicts = (await site.database.platform.selectFrom('webhook_call').select('verdict').execute()).map(
    ({ verdict }) => verdict,
  );
  assert.deepEqual(verdicts, ['refused', 'refused']);
});

test('a webhook that names no contact runs its flow for none', async (t) => {
  const site = await hookSite(t, { contact: undefined });
  await site.call({ n: 1 });
  const [call] = await site.calls();
  assert.deepEqual(
    [call?.verdict, call?.contactId, call?.says],
    ['taken', null, 'The flow runs for no contact.'],
  );
  assert.ok(['done', 'failed'].includes(call?.runStatus ?? ''));
});
