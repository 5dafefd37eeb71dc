// Tests of reading what a call at a one-time URL brings, over a real connection.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveHttp } from '../egress/loopback-server.ts';
import { readCall } from './read-call.ts';

async function serveReadCall() {
  return serveHttp(async (request, response) => {
    const read = await readCall(request, new URL(request.url ?? '/', 'http://local').searchParams);
    response.writeHead(read.is === 'refused' ? read.status : 200).end(JSON.stringify(read));
  });
}

async function read(
  path: string,
  init: RequestInit,
): Promise<{ status: number; says?: string; payload?: unknown }> {
  await using server = await serveReadCall();
  const answer = await fetch(`http://${server.place}${path}`, init);
  return { ...(await answer.json()), status: answer.status };
}

test('a query, a form and JSON are read, and the body wins over the query', async () => {
  assert.deepEqual((await read('/?a=1&b=2', {})).payload, { a: '1', b: '2' });
  const form = { method: 'POST', body: new URLSearchParams({ b: '3' }) };
  assert.deepEqual((await read('/?a=1&b=2', form)).payload, { a: '1', b: '3' });
  const json = { method: 'POST', body: '{"b":{"c":4}}' };
  assert.deepEqual((await read('/?a=1&b=2', json)).payload, { a: '1', b: { c: 4 } });
  assert.deepEqual((await read('/?a=1', { method: 'POST', body: '[1]' })).payload, [1]);
});

test('keys that would reach a prototype are left out', async () => {
  const init = { method: 'POST', body: '{"__proto__":{"a":1},"b":2}' };
  assert.deepEqual((await read('/?constructor=1&prototype=2&__proto__=3', init)).payload, { b: 2 });
});

test('a body that is no JSON is refused with what to send', async () => {
  const { status, says = '' } = await read('/', { method: 'POST', body: '{"a":' });
  assert.equal(status, 400);
  assert.match(says, /^The body .*\. Send one JSON value, or a form\.$/);
});

test('a body that is too large is refused, and the sender reads the refusal', async () => {
  const { status, says } = await read('/', { method: 'POST', body: 'x'.repeat(5_000_000) });
  assert.deepEqual([status, says], [413, 'The body is larger than 256 KB. Send less.']);
});
