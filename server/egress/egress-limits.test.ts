// Tests that no answer, however large, slow or broken, costs more than the limits say.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createEgress } from './egress.ts';
import type { EgressFailureReason } from './egress-answer.ts';
import { serveHttp, serveTcp } from './loopback-server.ts';

const get = { method: 'GET', headers: {}, timeoutMs: 3000 } as const;

test('a bomb of 200 MB in a few hundred kB is cut at the limit', async () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  for (const [encoding, bomb] of Object.entries({ gzip: gzipSync(zeros), br: brotliCompressSync(zeros, quickly) })) {
    await using server = await serveHttp((_request, response) => response.setHeader('content-encoding', encoding).end(bomb));
    const egress = createEgress({ allowPrivate: [server.place], maxBytes: 1024 * 1024 });
    const answer = await egress.send({ ...get, url: `http://${server.place}/` });
    assert.ok(answer.is === 'answer');
    assert.equal(answer.body.length, 1024 * 1024);
    assert.ok(answer.truncated);
  }
});

test('an endless body is cut at the limit, its connection closed, and the next request served', async () => {
  let closed = 0;
  await using server = await serveHttp((request, response) => {
    if (request.url === '/short') return response.end('short');
    const pour = setInterval(() => response.write('ä'.repeat(2000)), 1);
    return response.on('close', () => {
      clearInterval(pour);
      closed += 1;
    });
  });
  const egress = createEgress({ allowPrivate: [server.place], maxBytes: 10_001, perOrigin: 1 });
  const answer = await egress.send({ ...get, url: `http://${server.place}/` });
  assert.ok(answer.is === 'answer' && answer.truncated);
  assert.equal(answer.body, 'ä'.repeat(5000));
  const next = await egress.send({ ...get, url: `http://${server.place}/short` });
  assert.equal(next.is === 'answer' && next.body, 'short');
  assert.equal(closed, 1);
});

test('a packed body that is cut as it arrives is unpacked as far as it came', async () => {
  const noise = Buffer.from(Array.from({ length: 60_000 }, (_, index) => `${(index * 7919) % 60_013} `).join(''));
  await using server = await serveHttp((_request, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(noise)),
  );
  const egress = createEgress({ allowPrivate: [server.place], maxBytes: 100_000 });
  const answer = await egress.send({ ...get, url: `http://${server.place}/` });
  assert.ok(answer.is === 'answer' && answer.truncated);
  assert.equal(answer.body, noise.subarray(0, 100_000).toString());
});

test('a drip, a silent server, a lookup without end and a body that stalls are all cut at the deadline', async () => {
  await using server = await serveHttp((request, response) => {
    if (request.url === '/silent') return;
    response.write('{');
    if (request.url === '/stall') return;
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  });
  const resolveHost = (host: string) => (host === 'slow.test' ? new Promise<string[]>(() => {}) : Promise.resolve([]));
  const egress = createEgress({ allowPrivate: [server.place], resolveHost });
  const places = [`${server.place}/drip`, `${server.place}/silent`, `${server.place}/stall`, 'slow.test/'];
  const startedAt = performance.now();
  const answers = await Promise.all(places.map((place) => egress.send({ ...get, url: `http://${place}`, timeoutMs: 300 })));
  for (const answer of answers) assert.ok(answer.is === 'failed' && answer.reason === 'timeout', JSON.stringify(answer));
  assert.ok(performance.now() - startedAt < 2500);
});

test('answers that are broken or too long in the head are told apart', async () => {
  const broken: [EgressFailureReason, string | Buffer][] = [
    ['too-large', `HTTP/1.1 200 OK\r\n${'x-more: 1\r\n'.repeat(5000)}\r\n`],
    ['too-large', `HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(50_000)}\r\n\r\n`],
    ['bad-answer', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['bad-answer', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip, gzip\r\ncontent-length: 2\r\n\r\nab'],
    ['bad-answer', 'HTTP/1.1 200 OK\r\ncontent-encoding: zstd\r\ncontent-length: 2\r\n\r\nab'],
    ['bad-answer', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\nab'],
    ['reset', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nab'],
    ['reset', ''],
  ];
  for (const [reason, bytes] of broken) {
    await using server = await serveTcp((socket) => void socket.once('data', () => socket.end(bytes)));
    const answer = await createEgress({ allowPrivate: [server.place] }).send({ ...get, url: `http://${server.place}/` });
    assert.ok(answer.is === 'failed', JSON.stringify(answer));
    assert.equal(answer.reason, reason, `${String(bytes).slice(0, 60)}: ${answer.says}`);
  }
});

test('nobody listening and nobody found are told apart', async () => {
  const gone = await serveTcp(() => {});
  await gone[Symbol.asyncDispose]();
  const egress = createEgress({ allowPrivate: [gone.place], resolveHost: async () => [] });
  const refused = await egress.send({ ...get, url: `http://${gone.place}/` });
  assert.ok(refused.is === 'failed' && refused.reason === 'connect');
  assert.match(refused.says, /ECONNREFUSED/);
  const unknown = await egress.send({ ...get, url: 'http://nowhere.test/' });
  assert.ok(unknown.is === 'failed' && unknown.reason === 'dns');
  assert.match(unknown.says, /Check its spelling/);
});

test('a host that hangs holds only its own places; its other requests wait in line and then say why', async () => {
  let arrived = 0;
  await using hanging = await serveHttp(() => void (arrived += 1));
  await using lively = await serveHttp((_request, response) => response.end('ok'));
  const egress = createEgress({ allowPrivate: [hanging.place, lively.place], perOrigin: 3 });
  const stuck = Array.from({ length: 10 }, () => egress.send({ ...get, url: `http://${hanging.place}/`, timeoutMs: 600 }));
  const others = await Promise.all(
    Array.from({ length: 30 }, () => egress.send({ ...get, url: `http://${lively.place}/` })),
  );
  assert.ok(others.every((answer) => answer.is === 'answer'));
  const says = (await Promise.all(stuck)).map((answer) => (answer.is === 'failed' ? answer.says : 'answered'));
  assert.equal(says.filter((text) => text.startsWith('All 3 connections')).length + arrived, 10);
  assert.ok(arrived >= 3 && arrived <= 6, `${arrived} requests reached the hanging host`);
});

test('a place in line is served in order as soon as one is free', async () => {
  const served: string[] = [];
  let most = 0;
  let open = 0;
  await using server = await serveHttp(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 10));
    open -= 1;
    served.push(request.url ?? '');
    response.end();
  });
  const egress = createEgress({ allowPrivate: [server.place], perOrigin: 1 });
  await Promise.all(['/1', '/2', '/3', '/4'].map((path) => egress.send({ ...get, url: `http://${server.place}${path}` })));
  assert.deepEqual(served, ['/1', '/2', '/3', '/4']);
  assert.equal(most, 1);
});

test('idle connections are closed after their time and by close', async () => {
  const ended: Promise<unknown>[] = [];
  await using server = await serveHttp((request, response) => {
    ended.push(once(request.socket, 'close'));
    response.end();
  });
  const brief = createEgress({ allowPrivate: [server.place], idleMs: 30 });
  await brief.send({ ...get, url: `http://${server.place}/` });
  await Promise.all(ended);
  const kept = createEgress({ allowPrivate: [server.place] });
  await kept.send({ ...get, url: `http://${server.place}/` });
  kept.close();
  await Promise.all(ended);
  assert.equal(ended.length, 2);
});
