// Tests of the wire between two parts: what it passes on, and how each way to break it looks from an end.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from './seeded-random.ts';
import { openWire, type Wire } from './wire.ts';

/** A wire to a server that sends everything back, and one connection over it. */
async function echo(t: TestContext): Promise<{ wire: Wire; socket: Socket; heard: () => string }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const wire = await openWire({ to: address.port, random: seededRandom(1) });
  const socket = connect({ port: wire.port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  let text = '';
  socket.on('data', (piece) => (text += piece.toString()));
  await once(socket, 'connect');
  t.after(() => {
    socket.destroy();
    wire.close();
    server.close();
  });
  return { wire, socket, heard: () => text };
}

/** Resets are what is tested here, so they are no failure. */
function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}

test('what goes in comes out at the other end, large or small', async (t) => {
  const { socket, heard } = await echo(t);
  socket.write('a');
  socket.write('b'.repeat(1_000_000));
  await until(() => heard().length === 1_000_001);
  assert.ok(heard().startsWith('ab'));
});

test('a cut wire closes its connections, and takes new ones', async (t) => {
  const { wire, socket } = await echo(t);
  socket.write('a');
  await once(socket, 'data');
  wire.cut();
  await closed(socket);
  const next = connect({ port: wire.port, host: '127.0.0.1' });
  next.write('again');
  const [piece]: unknown[] = await once(next, 'data');
  assert.equal(String(piece), 'again');
  next.destroy();
});

test('a silent wire passes nothing and closes nothing until its time is over', async (t) => {
  const { wire, socket, heard } = await echo(t);
  socket.write('a');
  await once(socket, 'data');
  const silence = wire.silence(100);
  socket.write('b');
  await sleep(50);
  assert.equal(heard(), 'a');
  assert.equal(socket.destroyed, false);
  await silence;
  await closed(socket);
  assert.equal(heard(), 'a');
});

test('a slow wire keeps the order', async (t) => {
  const { wire, socket, heard } = await echo(t);
  const slow = wire.slow(10, 40);
  for (const word of ['one ', 'two ', 'three ']) {
    socket.write(word);
    await sleep(5);
  }
  await slow;
  socket.write('four');
  await until(() => heard().endsWith('four'));
  assert.equal(heard(), 'one two three four');
});

test('a wire that breaks in the middle of a message has passed so many bytes and no more', async (t) => {
  const { wire, socket, heard } = await echo(t);
  socket.write('1234567890');
  await until(() => heard().length === 10);
  wire.breakAfter(14);
  socket.write('1234567890');
  await closed(socket);
  // Both directions count: the bytes that went in, and those that came back.
  assert.ok(heard().length <= 14, heard());
});

test('where answers are lost, the question was heard and the connection is reset', async (t) => {
  const { wire, socket, heard } = await echo(t);
  socket.write('a');
  await once(socket, 'data');
  wire.loseAnswers();
  socket.write('b');
  await closed(socket);
  assert.equal(heard(), 'a');
});
