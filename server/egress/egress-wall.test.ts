// Tests that nothing sent through the guarded client reaches a private address, however it is spelled or looked up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEgress } from './egress.ts';
import { type LoopbackServer, serveHttp, serveTcp } from './loopback-server.ts';
import { forbiddenUrls } from './url-spellings.ts';

const get = { method: 'GET', headers: {}, timeoutMs: 2000 } as const;

test('no spelling of a forbidden address opens a connection', async () => {
  await using canary = await startCanary();
  const egress = createEgress({ allowPrivate: [], resolveHost: async () => ['127.0.0.1'] });
  const urls = forbiddenUrls(canary.port);
  assert.ok(urls.length >= 2000, `only ${urls.length} spellings`);
  for (const url of urls) {
    const answer = await egress.send({ ...get, url });
    assert.ok(answer.is === 'failed' && ['blocked-address', 'bad-url'].includes(answer.reason), `${url}: ${JSON.stringify(answer)}`);
  }
  assert.equal(canary.connections(), 0);
});

test('the same spellings do reach the listener where the operator opens loopback', async () => {
  await using canary = await startCanary();
  const egress = createEgress({ allowPrivate: ['127.0.0.0/8', '::/0'], resolveHost: async () => ['127.0.0.1'], idleMs: 50 });
  const urls = forbiddenUrls(canary.port).filter((url) => url.startsWith('http:'));
  const loopback = urls.filter((url) => URL.parse(url)?.hostname === '127.0.0.1');
  assert.ok(loopback.length >= 60, `only ${loopback.length} spellings lead to 127.0.0.1`);
  for (const url of loopback) {
    const answer = await egress.send({ ...get, url });
    assert.ok(answer.is === 'answer' || answer.reason === 'bad-url', `${url}: ${JSON.stringify(answer)}`);
  }
  assert.ok(canary.connections() >= 50, `only ${canary.connections()} reached the listener`);
});

test('a name that leads to a private address, alone or among public ones, is refused without naming the address', async () => {
  await using canary = await startCanary();
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:7f00:1'], ['::1', '1.1.1.1'], ['oops']]) {
    const egress = createEgress({ allowPrivate: [], resolveHost: async () => addresses });
    const answer = await egress.send({ ...get, url: `http://rebind.test:${canary.port}/` });
    assert.ok(answer.is === 'failed');
    assert.equal(answer.reason, 'blocked-address');
    assert.match(answer.says, /^rebind\.test:\d+ leads to .*operator/);
    assert.doesNotMatch(answer.says, /127\.|::1/);
  }
  assert.equal(canary.connections(), 0);
});

test('a name that flips between public and private is looked up once per connection and used as it was checked', async () => {
  await using canary = await startCanary();
  let asked = 0;
  // 127.0.0.2 is opened by range and stands for a public address; nobody listens there.
  const flipping = async () => [asked++ % 2 === 0 ? '127.0.0.2' : '127.0.0.1'];
  const egress = createEgress({ allowPrivate: ['127.0.0.2/32'], resolveHost: flipping });
  for (let count = 0; count < 200; count += 1) {
    const answer = await egress.send({ ...get, url: `http://flip.test:${canary.port}/` });
    assert.ok(answer.is === 'failed');
    assert.equal(answer.reason, count % 2 === 0 ? 'connect' : 'blocked-address');
  }
  assert.equal(asked, 200);
  assert.equal(canary.connections(), 0);
});

test('a host that the app has not declared is not even looked up', async () => {
  const lookedUp: string[] = [];
  const egress = createEgress({ allowPrivate: [], resolveHost: async (host) => (lookedUp.push(host), []) });
  const refused: [string, string[]][] = [
    ['evil-example.com', ['example.com']],
    ['api.example.com', ['example.com']],
    ['example.com', ['*.example.com']],
    ['example.com.evil.test', ['example.com', '*.example.com']],
    ['example.com', []],
  ];
  for (const [host, allowedHosts] of refused) {
    const answer = await egress.send({ ...get, url: `https://${host}/`, allowedHosts });
    assert.ok(answer.is === 'failed');
    assert.equal(answer.reason, 'host-not-allowed', host);
    assert.match(answer.says, /Its developer can declare it/);
  }
  assert.deepEqual(lookedUp, []);
  await egress.send({ ...get, url: 'https://example.com/', allowedHosts: ['example.com'] });
  assert.deepEqual(lookedUp, ['example.com']);
});

test('proxy settings in the environment change nothing', async (t) => {
  await using proxy = await startCanary();
  await using server = await serveHttp((_request, response) => response.end('direct'));
  const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
  t.after(() => names.forEach((name) => delete process.env[name]));
  for (const name of names) process.env[name] = name.startsWith('NODE') ? '1' : `http://${proxy.place}`;
  const answer = await createEgress({ allowPrivate: [server.place] }).send({ ...get, url: `http://${server.place}/` });
  assert.equal(answer.is === 'answer' && answer.body, 'direct');
  assert.equal(proxy.connections(), 0);
});

async function startCanary(): Promise<LoopbackServer & { connections(): number }> {
  let connections = 0;
  const server = await serveTcp((socket) => {
    connections += 1;
    socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'));
  });
  return { ...server, connections: () => connections };
}
