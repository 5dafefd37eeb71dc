// Tests the last wall: where a socket really leads is looked at again once it is connected.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { openGuardedSocket } from './guarded-socket.ts';
import { serveTcp } from './loopback-server.ts';

test('a socket that leads elsewhere than was checked is closed before a byte is sent', async () => {
  const heard: Promise<unknown>[] = [];
  let bytes = 0;
  await using server = await serveTcp((socket) => {
    socket.on('data', (chunk) => (bytes += chunk.length));
    heard.push(once(socket, 'close'));
  });
  let looks = 0;
  const wall = { names: () => false, refusal: () => (looks++ === 0 ? undefined : 'a loopback address') };
  const rules = { wall, resolveHost: async () => [], connectTimeoutMs: 1000, extraAuthorities: [] };
  const opening = openGuardedSocket(new URL(`http://${server.place}/`), rules, new AbortController().signal);
  await assert.rejects(opening, { reason: 'blocked-address' });
  await Promise.all(heard);
  assert.deepEqual([looks, bytes], [2, 0]);
});

test('a connection that is given up while it is being looked up is never opened', async () => {
  let connections = 0;
  await using server = await serveTcp(() => (connections += 1));
  const wall = { names: () => true, refusal: () => undefined };
  const found = Promise.withResolvers<string[]>();
  const rules = { wall, resolveHost: () => found.promise, connectTimeoutMs: 1000, extraAuthorities: [] };
  const given = new AbortController();
  const opening = openGuardedSocket(new URL(`http://late.test:${server.port}/`), rules, given.signal);
  given.abort(new Error('given up'));
  found.resolve(['127.0.0.1']);
  await assert.rejects(opening, { message: 'given up' });
  assert.equal(connections, 0);
});
