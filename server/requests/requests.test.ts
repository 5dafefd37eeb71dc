// Tests of requests tried from the builder, and of options read for forms, against a real server on loopback.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { appHandlers } from '../apps/handlers.ts';
import { readText, serveHttp, type Answer } from '../egress/loopback-server.ts';
import { uuidV7 } from '../database/uuid.ts';
import { refused } from '../http/refused.ts';
import { testRooms } from '../http/test-rooms.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import { outgoingRequestSchema } from '@bellwire/model/outgoing-request.ts';
import { sourceSchema } from '@bellwire/model/source.ts';
import { requestHandlers } from './handlers.ts';

async function service(t: TestContext, answer: Answer) {
  const server = await serveHttp(answer);
  t.after(() => server[Symbol.asyncDispose]());
  return server;
}

const options = { search: '', inputs: {}, auth: {} };

test('a request is tried with sample values; its secrets are told neither in what was sent nor in the answer', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const server = await service(t, async (request, response) => {
    const body = await readText(request);
    response.writeHead(201, {
      'content-type': 'application/json',
      'x-got': String(request.headers.authorization),
    });
    response.end(
      JSON.stringify({ url: request.url, body: JSON.parse(body), key: request.headers.authorization }),
    );
  });
  const { id: appId } = await appHandlers.createApp(
    { definition: jsonObject(payApp({ hosts: [server.place] })) },
    ours,
  );
  const request = outgoingRequestSchema.parse({
    method: 'POST',
    url: `http://${server.place}/pay`,
    query: [{ name: 'k', value: '{{auth.secret}}' }],
    auth: 'bearer',
    token: '{{auth.secret}}',
    body: 'json',
    json: '{"amount": {{app.amount}}}',
  });
  const values = { auth: { secret: 'sk&1', mode: 'x' }, app: { amount: 12.5 } };
  const tried = await requestHandlers.tryRequest({ appId, request, values }, ours);
  assert.equal(tried.failure, null);
  assert.equal(tried.sent?.url, `http://${server.place}/pay?k=•••`);
  assert.deepEqual(tried.sent.headers.find(({ name }) => name === 'authorization')?.value, 'Bearer •••');
  assert.equal(tried.answer?.status, 201);
  assert.deepEqual(tried.answer.value, { url: '/pay?k=•••', body: { amount: 12.5 }, key: 'Bearer •••' });
  assert.ok(!JSON.stringify(tried).includes('sk&1'));
});

test('a host that the app has not declared is named, so that it can be declared', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const { id: appId } = await appHandlers.createApp({ definition: jsonObject(payApp()) }, ours);
  const request = outgoingRequestSchema.parse({ url: 'https://api.example.com/x' });
  const tried = await requestHandlers.tryRequest({ appId, request, values: {} }, ours);
  assert.equal(tried.answer, null);
  assert.equal(tried.failure?.undeclaredHost, 'api.example.com');
  const unclear = outgoingRequestSchema.parse({ url: '{{app.nothing}}' });
  const second = await requestHandlers.tryRequest({ appId, request: unclear, values: {} }, ours);
  assert.equal(second.sent, null);
  assert.match(second.failure?.says ?? '', /^URL is missing/);
});

test('a long answer is cut, one of bytes is not shown, and a bot reaches any host but a private one', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const server = await service(t, (request, response) =>
    response.end(request.url === '/bytes' ? Buffer.from([0, 1, 2, 255]) : 'a'.repeat(300_000)),
  );
  const ask = (path: string) => {
    const request = outgoingRequestSchema.parse({ url: `http://${server.place}${path}` });
    return requestHandlers.tryRequest({ request, values: {} }, ours);
  };
  const long = await ask('/');
  assert.deepEqual(
    [long.answer?.isCut, long.answer?.body.length, long.answer?.value],
    [true, 65_536, undefined],
  );
  const bytes = await ask('/bytes');
  assert.deepEqual([bytes.answer?.isBinary, bytes.answer?.body], [true, '']);
  const metadata = outgoingRequestSchema.parse({ url: 'http://169.254.169.254/' });
  const stopped = await requestHandlers.tryRequest({ request: metadata, values: {} }, ours);
  assert.equal(stopped.answer, null);
});

test('nobody tries a request with the draft of another workspace', async (t) => {
  const rooms = await testRooms(t);
  const [ours, theirs] = [await rooms.workspace(), await rooms.workspace()];
  const { id: appId } = await appHandlers.createApp({ definition: jsonObject(payApp()) }, ours);
  const request = outgoingRequestSchema.parse({ url: 'https://api.example.com/x' });
  await refused(requestHandlers.tryRequest({ appId, request, values: {} }, theirs), 'not-found');
  const form = { is: 'draft' as const, appId };
  await refused(requestHandlers.readOptions({ ...options, form, source: 'a' }, theirs), 'not-found');
  const foreign = { is: 'install' as const, installId: uuidV7() };
  await refused(requestHandlers.readOptions({ ...options, form: foreign, source: 'a' }, theirs), 'not-found');
});

test('too many tries in a short time are refused', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const request = outgoingRequestSchema.parse({ url: '{{app.nothing}}' });
  const tries = Array.from({ length: 25 }, () => requestHandlers.tryRequest({ request, values: {} }, ours));
  const results = await Promise.allSettled(tries);
  assert.ok(results.some(({ status }) => status === 'rejected'));
});

/** An installed app with options that are asked afresh, that are kept, and that are written down. */
async function shop(t: TestContext) {
  const ours = await (await testRooms(t)).workspace();
  const heard: string[] = [];
  const state = { status: 200 };
  const server = await service(t, (request, response) => {
    heard.push(`${request.url} ${request.headers['x-key']}`);
    response
      .writeHead(state.status)
      .end(state.status === 200 ? '{"rows":[{"id":1,"name":"One"}]}' : 'no sk_test_1');
  });
  const sizes = Array.from({ length: 150 }, (_, index) => ({ label: `Size ${index}`, value: `s${index}` }));
  const written = sourceSchema.parse({ is: 'static', name: 'sizes', label: 'Sizes', options: sizes });
  const lists = (name: string, cacheSeconds: number) => listSource(server.place, { name, cacheSeconds });
  const app = payApp({ hosts: [server.place], sources: [lists('fresh', 0), lists('kept', 60), written] });
  const { id: appId } = await publish(ours, app);
  const { install: made } = await install(ours, appId, app);
  const form = { is: 'install' as const, installId: made.id };
  const read = (name: string, asked: { inputs?: { account: string }; search?: string; after?: string }) =>
    requestHandlers.readOptions({ ...options, form, source: name, ...asked }, ours);
  return { read, heard, state };
}

function listSource(place: string, over: { name: string; cacheSeconds: number }) {
  return sourceSchema.parse({
    is: 'dynamic',
    label: 'Lists',
    request: {
      url: `http://${place}/{{input.account}}`,
      auth: 'key',
      keyName: 'x-key',
      key: '{{auth.secret}}',
    },
    list: '$.rows',
    labelPath: '$.name',
    valuePath: '$.id',
    ...over,
  });
}

test('the options of an install are asked with its secrets and what its form holds, and may be used again', async (t) => {
  const { read, heard } = await shop(t);
  assert.deepEqual(await read('fresh', { inputs: { account: 'a' } }), {
    options: [{ label: 'One', value: '1' }],
    next: null,
    dependsOn: ['account'],
  });
  for (const account of ['a', 'a', 'b']) await read('kept', { inputs: { account } });
  assert.deepEqual(heard, ['/a sk_test_1', '/a sk_test_1', '/b sk_test_1']);
});

test('where the service fails, its words are told without the secrets', async (t) => {
  const { read, state } = await shop(t);
  assert.deepEqual((await read('fresh', {})).options, []);
  state.status = 500;
  const inputs = { account: 'a' };
  const says = /"Lists" could not be read.*status 500.*no •••/;
  const problem = await refused(read('fresh', { inputs }), 'outside-failed', says);
  assert.ok(!problem.message.includes('sk_test_1'));
  await refused(read('frehs', {}), 'not-found', /Did you mean "fresh"/);
});

test('options that are written down are searched, and come in pages', async (t) => {
  const { read } = await shop(t);
  const first = await read('sizes', {});
  assert.deepEqual([first.options.length, first.next], [100, '100']);
  const rest = await read('sizes', { after: '100' });
  assert.deepEqual([rest.options.length, rest.next], [50, null]);
  const found = await read('sizes', { search: 'size 149' });
  assert.deepEqual(found.options, [{ label: 'Size 149', value: 's149' }]);
});

test('a kept secret does not go along with a plain value that was just typed', async (t) => {
  const ours = await (await testRooms(t)).workspace();
  const heard: unknown[] = [];
  const server = await service(t, (request, response) => {
    heard.push(request.headers['x-key']);
    response.end('[]');
  });
  const lists = sourceSchema.parse({
    is: 'dynamic',
    name: 'lists',
    label: 'Lists',
    request: {
      url: `http://${server.place}/{{auth.mode}}`,
      headers: [{ name: 'x-key', value: 'k{{auth.secret}}' }],
    },
    list: '$',
    labelPath: '$',
    valuePath: '$',
  });
  const app = payApp({ hosts: [server.place], sources: [lists] });
  const { id: appId } = await publish(ours, app);
  const { install: made } = await install(ours, appId, app);
  const form = { is: 'install' as const, installId: made.id };
  for (const auth of [{}, { mode: 'test' }, { mode: 'other' }, { mode: 'other', secret: 'new' }])
    await requestHandlers.readOptions({ ...options, form, source: 'lists', auth }, ours);
  assert.deepEqual(heard, ['ksk_test_1', 'ksk_test_1', 'k', 'knew']);
});
