// Tests of saying a file in a web chat: it becomes a message of its kind, and nobody says the file of somebody else.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { keepMedia } from '../media/keep-media.ts';
import { readToken } from '../people/token.ts';
import { testChat, type TestChat } from './test-chat.ts';
import { findChatBot, visitorHash } from './visitors.ts';

const gif = Buffer.from('GIF89a, as far as that goes');

test('an uploaded picture is said as a picture', async (t) => {
  const chat = await testChat(t);
  const page = await chat.visit();
  const url = await uploaded(chat, page.ready.token);
  page.send({ is: 'say', key: 'key-00000001', text: 'cup.gif', file: url });
  await page.next('taken');
  await page.next('messages');
  deepEqual(
    page.messages.map(({ from, content }) => ({ from, content })),
    [{ from: 'contact', content: { is: 'image', url, caption: 'cup.gif' } }],
  );
});

test('the file of another visitor is refused, and so is what is no file', async (t) => {
  const chat = await testChat(t);
  const [ann, ben] = [await chat.visit(), await chat.visit()];
  const url = await uploaded(chat, ann.ready.token);
  for (const file of [url, '/media/x/y', 'https://shop.example/cup.gif']) {
    ben.send({ is: 'say', key: 'key-00000001', text: 'cup.gif', file });
    const { code, says } = await ben.next('problem');
    equal(code, 'bad-input');
    match(says, /Choose it again/);
  }
});

async function uploaded(chat: TestChat, token: string | undefined): Promise<string> {
  const bot = await findChatBot(chat.platform, chat.bot.publicId);
  const read = readToken(token, 'vis');
  if (bot === undefined || read.is === 'refused') throw new Error('There is no such bot, or no visitor.');
  const visitor = visitorHash(bot, read.hash);
  const { url } = await keepMedia(chat.platform, {
    workspaceId: bot.workspaceId,
    name: 'cup.gif',
    bytes: gif,
    visitor,
  });
  return url;
}
