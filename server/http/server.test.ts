// The server at a real socket: what fetch in process cannot show.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { problemView } from '@bellwire/model/operations/views.ts';
import { createPages } from './pages.ts';
import type { HttpServerParts } from './server.ts';
import { createHttpServer } from './server.ts';
import { testApi, unreachable } from './test-api.ts';
import { addMember, addWorkspace } from './test-callers.ts';

test('a body beyond the limit is answered with 413, whether its length is told or not', async (t) => {
  const { url, port } = await served(t);
  const body = JSON.stringify({ email: 'x'.repeat(3 * 1024 * 1024), password: 'x' });
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  assert.equal(response.status, 413);
  assert.equal(problemView.parse(await response.json()).error.code, 'body-too-large');
  const head = 'POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const untold = await talk(
    port,
    `${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(20)}`,
  );
  assert.match(untold, /^HTTP\/1\.1 413 [^]*"body-too-large"/);
});

test('it is alive at once, and ready when its parts say so', async (t) => {
  let notReady: string | undefined = 'The lanes own no shards yet.';
  const { url } = await served(t, { notReady: () => Promise.resolve(notReady) });
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  const before = await fetch(`${url}/readyz`);
  assert.equal(before.status, 503);
  assert.equal(problemView.parse(await before.json()).error.says, notReady);
  notReady = undefined;
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
});

test('the fast handler goes first, and leaves to the routes what it does not take', async (t) => {
  const { url } = await served(t, {
    fast: (request, response) => {
      if (request.url !== '/api/fast') return false;
      response.end('fast');
      return true;
    },
  });
  assert.equal(await (await fetch(`${url}/api/fast`)).text(), 'fast');
  assert.equal((await fetch(`${url}/api/me`)).status, 401);
});

test('a web socket that nobody takes is refused, and the server goes on', async (t) => {
  const { url, port } = await served(t, { upgrade: () => false });
  const answer = await talk(
    port,
    'GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  assert.match(answer, /^HTTP\/1\.1 404/);
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('what cannot be read as a request gets a 4xx, and the server goes on', async (t) => {
  const { url, port } = await served(t);
  for (const head of [
    'GET /\\x HTTP/1.1\r\nHost: localhost',
    'GET / HTTP/1.1\r\nHost: a b',
    'GET * HTTP/1.1\r\nHost: localhost',
    'BREW / HTTP/1.1',
  ]) {
    assert.match(await talk(port, `${head}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 4\d\d/, head);
  }
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
});

test('a session cookie travels over the wire and back', async (t) => {
  const { url, api } = await served(t);
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  assert.equal((await fetch(`${url}/api/me`, { headers: { cookie } })).status, 200);
  const out = await fetch(`${url}/api/sign-out`, { method: 'POST', headers: { cookie, origin: url } });
  assert.equal(out.status, 200);
  assert.match(
    out.headers.get('set-cookie') ?? '',
    /^bellwire=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/,
  );
});

test('closing lets a request under way get its answer, takes no new one, and does not wait for ever', async (t) => {
  let reached = () => {};
  const arrived = new Promise<void>((resolve) => (reached = resolve));
  const api = await testApi(t, {
    handlers: {
      ...unreachable(),
      async listBots() {
        reached();
        await pause(100);
        return { rows: [] };
      },
    },
  });
  const { cookie } = await addMember(api, await addWorkspace(api, 'Ours'), 'owner');
  const { server, url, port } = await listenWith(api, t);
  const idle = connect(port, '127.0.0.1');
  await once(idle, 'connect');
  const underWay = fetch(`${url}/api/bots`, { headers: { cookie } });
  await arrived;
  const closed = server.close(1000);
  assert.deepEqual(await (await underWay).json(), { rows: [] });
  await assert.rejects(fetch(`${url}/healthz`));
  await closed;
  idle.destroy();
});

type Options = Partial<Pick<HttpServerParts, 'fast' | 'upgrade' | 'notReady'>>;

async function served(t: TestContext, options: Options = {}) {
  const api = await testApi(t);
  return { api, ...(await listenWith(api, t, options)) };
}

async function listenWith(api: Awaited<ReturnType<typeof testApi>>, t: TestContext, options: Options = {}) {
  const pages = await createPages('/nowhere', { isSecure: false });
  const parts = { api: { handlers: api.handlers, rooms: api.rooms }, pages };
  const server = createHttpServer({ notReady: () => Promise.resolve(undefined), ...parts, ...options });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  api.beforeDrop(() => server.close(0));
  return { server, port, url: `http://127.0.0.1:${port}` };
}

async function talk(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const chunk of socket.setEncoding('utf8')) answer += String(chunk);
  return answer;
}
