// What the web chat does with those who ask too much, send nonsense, or have fallen silent.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';
import { testChat } from './test-chat.ts';

const once1 = { burst: 1, refillPerMinute: 1 };

test('a visitor who says too much is asked to wait, by message and with the time', async (t) => {
  const at = await testChat(t, { limits: { messagesPerVisitor: { burst: 2, refillPerMinute: 60 } } });
  const page = await at.visit();
  await page.say('one');
  await page.say('two');
  page.send({ is: 'say', key: 'three-key', text: 'three' });
  const problem = await page.next('problem');
  assert.deepEqual(
    [problem.code, problem.key, problem.retryAfterSeconds],
    ['too-many-requests', 'three-key', 1],
  );
});

test('an address that makes too many contacts is stopped, those it has may go on', async (t) => {
  const at = await testChat(t, { limits: { newContactsPerAddress: once1 } });
  const first = await at.visit();
  await first.say('Hi');
  const second = await at.visit();
  second.send({ is: 'say', key: 'second-key', text: 'Hi' });
  assert.equal((await second.next('problem')).code, 'too-many-requests');
  await first.say('Still here');
  assert.equal((await at.contacts()).length, 1);
});

test('a connection too many is refused by HTTP, with when to come back', async (t) => {
  const at = await testChat(t, { limits: { connections: 1 } });
  await at.connect();
  assert.deepEqual(await refusedWith(at.origin), { status: 503, retryAfter: '30' });
});

test('an address with too many connections is refused, and let in again when one has gone', async (t) => {
  const at = await testChat(t, { limits: { connectionsPerAddress: 1 } });
  const page = await at.connect();
  assert.deepEqual(await refusedWith(at.origin), { status: 429, retryAfter: '30' });
  page.socket.close();
  await page.closed;
  await at.connect();
});

test('an address that connects too often is refused', async (t) => {
  const at = await testChat(t, { limits: { connectsPerAddress: once1 } });
  await at.connect();
  assert.deepEqual(await refusedWith(at.origin), { status: 429, retryAfter: '60' });
});

test('nonsense is answered in words, and the connection stays', async (t) => {
  const at = await testChat(t);
  const page = await at.visit();
  const nonsense = [
    ['{', /not valid JSON/],
    ['null', /.+/],
    ['{"is":"dance"}', /is: .+/],
    ['{"is":"say","key":"x","text":"Hi"}', /key: A key has 8 to 64/],
    ['{"is":"say","key":"long-enough","text":" "}', /text: The message is empty/],
    ['{"is":"say","key":"long-enough","text":"\\u0000"}', /text: The text contains the character U\+0000/],
    ['{"is":"say","key":"long-enough","text":"\\ud800"}', /half of a surrogate pair/],
    [JSON.stringify({ is: 'say', key: 'long-enough', text: 'x'.repeat(4001) }), /at most 4000 characters/],
    [`${'['.repeat(200)}${']'.repeat(200)}`, /nested deeper/],
  ] as const;
  for (const [text, says] of nonsense) {
    page.socket.send(text);
    const problem = await page.next('problem');
    assert.equal(problem.code, 'bad-input');
    assert.match(problem.says, says);
  }
  await page.say('Hi');
  assert.deepEqual(await page.texts(1), ['Hi']);
});

test('a message that is too long is named by its key, so that the page can tell which', async (t) => {
  const at = await testChat(t);
  const page = await at.visit();
  page.send({ is: 'say', key: 'the-long-one', text: 'x'.repeat(4001) });
  assert.equal((await page.next('problem')).key, 'the-long-one');
});

test('a frame of more than 64 KiB, a binary frame and a flood of frames end the connection', async (t) => {
  const at = await testChat(t, { limits: { framesPerConnection: { burst: 10, refillPerMinute: 1 } } });
  const large = await at.visit();
  large.socket.send('x'.repeat(65_537));
  assert.equal((await large.closed).code, 1009);
  const binary = await at.visit();
  binary.socket.send(Buffer.from('{"is":"typing"}'));
  assert.equal((await binary.closed).code, 1003);
  const flood = await at.visit();
  for (let count = 0; count < 20; count += 1) flood.send({ is: 'typing' });
  assert.equal((await flood.closed).code, 1008);
});

test('a page that no longer answers is let go, one that does stays and hears the beat', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const at = await testChat(t, { beatMs: 40 });
  const mute = new WebSocket(at.origin.replace('http', 'ws') + CHAT_SOCKET_PATH, { autoPong: false });
  await once(mute, 'open');
  const page = await at.visit();
  t.mock.timers.tick(40);
  await page.next('beat');
  // The answer to a ping of its own says that the page's answer to the server's has been read before it.
  page.socket.ping();
  await once(page.socket, 'pong');
  t.mock.timers.tick(40);
  const [code] = await once(mute, 'close');
  assert.equal(code, 1006);
  await page.say('Still here');
});

test('when the server ends, every page is told to come back', async (t) => {
  const at = await testChat(t);
  const page = await at.visit();
  await at.chat.close();
  assert.equal((await page.closed).code, 1001);
  assert.deepEqual(await refusedWith(at.origin), { status: 503, retryAfter: '5' });
});

async function refusedWith(
  origin: string,
): Promise<{ status: number | undefined; retryAfter: string | undefined }> {
  const socket = new WebSocket(origin.replace('http', 'ws') + CHAT_SOCKET_PATH);
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return { status: response.statusCode, retryAfter: response.headers['retry-after'] };
}
