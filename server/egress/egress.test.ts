// Tests ordinary requests through the guarded client, against real servers on loopback.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createEgress } from './egress.ts';
import type { EgressAnswer } from './egress-answer.ts';
import type { EgressRequest } from './egress-request.ts';
import { readText, serveHttp, serveTcp } from './loopback-server.ts';

const get = { method: 'GET', headers: {}, timeoutMs: 3000 } as const;

test('method, path, query, headers, idempotency key and body arrive as they were given', async () => {
  await using server = await serveHttp(async (request, response) => {
    response.setHeader('x-seen', 'yes').setHeader('set-cookie', ['a=1', 'b=2']).writeHead(201);
    const { method, url, headers } = request;
    response.end(
      JSON.stringify({
        method,
        url,
        key: headers['idempotency-key'],
        host: headers.host,
        body: await readText(request),
      }),
    );
  });
  const egress = createEgress({ allowPrivate: [server.place] });
  const answer = await egress.send({
    method: 'POST',
    url: `http://${server.place}/orders/7?full=1#part`,
    headers: { 'Idempotency-Key': 'evt_1', 'content-type': 'application/json' },
    body: '{"paid":true}',
    timeoutMs: 3000,
    allowedHosts: [server.place],
  });
  assert.ok(answer.is === 'answer');
  assert.equal(answer.status, 201);
  assert.equal(answer.headers['x-seen'], 'yes');
  assert.equal(answer.headers['set-cookie'], 'a=1, b=2');
  assert.equal(answer.remoteAddress, '127.0.0.1');
  assert.equal(answer.truncated, false);
  assert.deepEqual(JSON.parse(answer.body), {
    method: 'POST',
    url: '/orders/7?full=1',
    key: 'evt_1',
    host: server.place,
    body: '{"paid":true}',
  });
});

test('an error status is an answer and no failure', async () => {
  await using server = await serveHttp((_request, response) => response.writeHead(503).end('later'));
  const answer = await createEgress({ allowPrivate: [server.place] }).send({
    ...get,
    url: `http://${server.place}`,
  });
  assert.ok(answer.is === 'answer');
  assert.deepEqual([answer.status, answer.body], [503, 'later']);
});

test('answers packed with gzip, deflate with and without its header, or br are unpacked', async () => {
  const words = 'Café '.repeat(1000);
  const packings = {
    gzip: gzipSync,
    'x-gzip': gzipSync,
    br: brotliCompressSync,
    deflate: deflateSync,
    DEFLATE: deflateRawSync,
  };
  for (const [encoding, pack] of Object.entries(packings)) {
    await using server = await serveHttp((_request, response) =>
      response.setHeader('content-encoding', encoding).end(pack(words)),
    );
    const answer = await createEgress({ allowPrivate: [server.place] }).send({
      ...get,
      url: `http://${server.place}`,
    });
    assert.equal(answer.is === 'answer' && answer.body, words, encoding);
  }
});

test('an answer without a body is fine even where it claims to be packed', async () => {
  await using server = await serveHttp((_request, response) =>
    response.setHeader('content-encoding', 'gzip').end(),
  );
  const egress = createEgress({ allowPrivate: [server.place] });
  for (const method of ['HEAD', 'GET'] as const) {
    const answer = await egress.send({ ...get, method, url: `http://${server.place}` });
    assert.equal(answer.is === 'answer' && answer.body, '', method);
  }
});

test('text in another charset is decoded as the content type says', async () => {
  await using server = await serveHttp((_request, response) =>
    response.setHeader('content-type', 'text/plain; charset="ISO-8859-1"').end(Buffer.from('Café', 'latin1')),
  );
  const answer = await createEgress({ allowPrivate: [server.place] }).send({
    ...get,
    url: `http://${server.place}`,
  });
  assert.equal(answer.is === 'answer' && answer.body, 'Café');
});

test('one connection serves requests that follow each other, and a closed one is replaced', async () => {
  let connections = 0;
  await using server = await serveTcp((socket) => {
    connections += 1;
    let answered = 0;
    socket.on('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
      answered += 1;
      if (answered === 3) socket.end();
    });
  });
  const egress = createEgress({ allowPrivate: [server.place] });
  const statuses: unknown[] = [];
  for (let count = 0; count < 6; count += 1) {
    statuses.push(await statusOf(egress.send({ ...get, url: `http://${server.place}` })));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200]);
  assert.equal(connections, 2);
  egress.close();
});

test('what cannot be sent is refused with the reason and the way out', async () => {
  const egress = createEgress({ allowPrivate: [] });
  const cases: [Partial<EgressRequest>, string, RegExp][] = [
    [{ url: 'orders' }, 'bad-url', /Write it in full/],
    [{ url: 'file:///etc/passwd' }, 'bad-url', /Only http and https/],
    [{ url: 'data:text/plain,x' }, 'bad-url', /Only http and https/],
    [{ url: 'https://user:secret@api.test/' }, 'bad-url', /Authorization header/],
    [{ url: 'http://[fe80::1%25eth0]/' }, 'bad-url', /cannot be read/],
    [{ headers: { Host: 'inner' } }, 'bad-request', /"Host".*Remove it/],
    [{ headers: { 'content-length': '5' } }, 'bad-request', /Remove it/],
    [{ headers: { 'x-a': 'b\r\nx-evil: 1' } }, 'bad-request', /"x-a".*one line/],
    [{ headers: { 'x a': 'b' } }, 'bad-request', /not a header name/],
    [{ timeoutMs: 0 }, 'bad-request', /above 0/],
    [{ timeoutMs: Number.NaN }, 'bad-request', /above 0/],
  ];
  for (const [change, reason, words] of cases) {
    const answer = await egress.send({ ...get, url: 'https://api.test/', ...change });
    assert.ok(answer.is === 'failed');
    assert.equal(answer.reason, reason, JSON.stringify(change));
    assert.match(answer.says, words);
    assert.doesNotMatch(answer.says, /secret|passwd/);
  }
});

test('values of a wrong type are refused before anything is looked up', async () => {
  const lookedUp: string[] = [];
  const egress = createEgress({
    allowPrivate: [],
    resolveHost: async (host) => (lookedUp.push(host), ['127.0.0.1']),
  });
  const odd: readonly object[] = [
    { url: ['http://a.test/'] },
    { url: { href: 'http://a.test/', toString: () => 'http://a.test/' } },
    { url: null },
    { method: 'CONNECT' },
    { method: ['GET'] },
    { headers: null },
    { headers: 'a: b' },
    { headers: { a: ['b'] } },
    { headers: { a: null } },
    { body: { type: 'Buffer', data: [1] } },
    { body: [] },
  ];
  for (const change of odd) {
    const answer = await egress.send(Object.assign({ ...get, url: 'http://a.test/' }, change));
    assert.ok(answer.is === 'failed' && answer.reason.startsWith('bad-'), JSON.stringify(change));
  }
  assert.deepEqual(lookedUp, []);
});

async function statusOf(sent: Promise<EgressAnswer>): Promise<unknown> {
  const answer = await sent;
  return answer.is === 'answer' ? answer.status : answer;
}
