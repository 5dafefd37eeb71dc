// Imported apps on a whole server: made of a foreign description, installed, run from a bot, and answered by a real service.
import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isJsonObject, parseJson, type Json } from '@bellwire/model/json.ts';
import { readText, serveHttp } from '@bellwire/server/egress/loopback-server.ts';
import { oneApp, parcelApi } from '@bellwire/server/imports/test-texts.ts';
import { rerunShop } from './rerun-shop.ts';

interface Asked {
  readonly what: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Json;
}

/** Answers each request with what `answers` has for its method and path. */
async function service(t: TestContext, answers: Record<string, Json>) {
  const asked: Asked[] = [];
  const server = await serveHttp(async (request, response) => {
    const text = await readText(request);
    const body = parseJson(text);
    asked.push({
      what: `${request.method} ${request.url}`,
      headers: request.headers,
      body: body.ok ? body.value : null,
    });
    const [path = ''] = (request.url ?? '').split('?');
    const answer = answers[`${request.method} ${path}`];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  t.after(() => server[Symbol.asyncDispose]());
  return { asked, place: server.place, origin: `http://${server.place}` };
}

interface Wanted {
  readonly text: string;
  readonly auth: Record<string, Json>;
  readonly action: string;
  readonly inputs: Record<string, string>;
  readonly output: string;
}

/** Imports, publishes and installs the app, and has the shop's bot call its action at a tick; gives what the bot then says. */
async function sayAfter(t: TestContext, place: string, wanted: Wanted): Promise<string> {
  const shop = await rerunShop(t, { allowHosts: [place], enabled: false });
  const { ours, botId, installId: ticker } = shop;
  const { app } = await ours.previewImport({ text: wanted.text });
  const made = await ours.createApp({ definition: JSON.parse(JSON.stringify(app)) });
  await ours.publishApp({ appId: made.id, revision: made.revision, visibility: 'private' });
  const { install } = await ours.installApp({ appId: made.id, auth: wanted.auth });
  await ours.createUserField({ botId, label: 'Answer', name: 'answer', type: 'text' });
  const settings = {
    action: `${install.id}/${wanted.action}`,
    inputs: Object.entries(wanted.inputs).map(([input, value]) => ({ input, value })),
    outputs: [{ output: wanted.output, field: 'user.answer' }],
  };
  const say = { kind: 'text', text: 'Answer: {{user.answer}}' };
  const graph = {
    start: 'call',
    steps: [
      { id: 'call', type: 'app-action', settings, exits: { next: 'say' } },
      { id: 'say', type: 'send-message', settings: say, exits: {} },
    ],
  };
  const { id: flowId, revision } = await ours.createFlow({ botId, name: 'Calls', graph });
  await ours.publishFlow({ flowId, revision });
  await ours.createSubscription({ botId, installId: ticker, trigger: 'tick', flowId });
  await shop.fire(1);
  for (let waited = 0; waited < 8_000; waited += 50) {
    const [said] = await shop.said();
    if (said !== undefined) return said;
    await pause(50);
  }
  return 'Nothing was said.';
}

test('a mini-app 1.0 works: its auth request makes a token, and its connection sends it', async (t) => {
  const { asked, place, origin } = await service(t, {
    'POST /token': { data: { token: 'tok-1' } },
    'POST /accounts/AC1/messages': { sid: 'SM42' },
  });
  const said = await sayAfter(t, place, {
    text: JSON.stringify(oneApp(origin)),
    auth: { account_sid: 'AC1', auth_token: 'secret' },
    action: 'send_text',
    inputs: { to: '+491', parts: '3', region: 'eu' },
    output: 'sid',
  });
  assert.equal(said, 'Answer: SM42');
  const [token, message] = asked;
  assert.equal(token?.headers.authorization, `Basic ${btoa('AC1:secret')}`);
  assert.equal(message?.what, 'POST /accounts/AC1/messages?v=2');
  assert.equal(message.headers.authorization, 'Bearer tok-1');
  assert.deepEqual(message.body, { to: '+491', parts: 3, tags: ['a', '+491'] });
});

test('an OpenAPI document works: inputs are sent with their types, and the answer comes back', async (t) => {
  const { asked, place, origin } = await service(t, { 'POST /parcels': { id: 'P-7', state: 'sent' } });
  const said = await sayAfter(t, place, {
    text: parcelApi(origin),
    auth: { api_key: 'key-1' },
    action: 'create_parcel',
    inputs: { weight: '2.5', to_city: 'Köln', to_zip: '50667', labels: '["fragile"]' },
    output: 'id',
  });
  assert.equal(said, 'Answer: P-7');
  assert.equal(asked[0]?.headers['x-api-key'], 'key-1');
  const body = asked[0]?.body;
  assert.ok(isJsonObject(body));
  assert.deepEqual([body['weight'], body['to']], [2.5, { city: 'Köln', zip: '50667' }]);
});

test('a copy is an app of its own: it takes over no installs, no versions and no events', async (t) => {
  const { ours, appId, fire, settle } = await rerunShop(t, { published: true });
  await fire(1);
  await settle('done', 1);
  const { text } = await ours.appText({ appId });
  const { freeName, app } = await ours.previewImport({ text });
  const copy = await ours.createApp({ definition: JSON.parse(JSON.stringify(app)), name: freeName });
  assert.deepEqual(
    [copy.name, copy.state, copy.installs, copy.publishedVersion],
    ['ticker_2', 'draft', 0, null],
  );
  const update = await ours.previewImport({ text: text.replace('"Ticker"', '"Clock"'), appId });
  assert.deepEqual(
    update.difference?.changes.map(({ says, details }) => [says, ...details]),
    [['The setting "label" was changed.', 'label: "Ticker" is now "Clock".']],
  );
  assert.equal((await ours.getApp({ appId })).label, 'Ticker', 'a preview keeps nothing');
});
