// The web chat over real sockets and a real database: identity, order, catching up, limits.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { CHAT_GONE } from '@bellwire/model/chat-socket.ts';
import { uuidV7 } from '../database/uuid.ts';
import { testChat } from './test-chat.ts';
import type { TestChat } from './test-chat.ts';

const generous = { burst: 1000, refillPerMinute: 1000 };

describe('who a visitor is', () => {
  test('a page that is only looked at is greeted, gets a token, and leaves no contact behind', async (t) => {
    const at = await testChat(t, { greeting: 'Hello there.' });
    const { ready } = await at.visit();
    assert.deepEqual(ready, {
      is: 'ready',
      token: ready.token,
      bot: { name: 'Juniper & Sons' },
      greeting: 'Hello there.',
      mostCharacters: 4000,
      fresh: true,
      messages: [],
    });
    assert.match(ready.token ?? '', /^bw_vis_[0-9A-Za-z]{49}$/);
    assert.deepEqual(await at.contacts(), []);
  });

  test('the first word makes the contact, named after its bot, and the token is kept only as a hash', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('Hi');
    const [contact, ...others] = await at.contacts();
    assert.deepEqual(others, []);
    assert.match(contact?.ns ?? '', new RegExp(`^f${at.bot.number}u\\d+$`));
    assert.equal(contact?.visitor_hash?.length, 32);
    const stored = await at.pool.query(`select contact::text as row from contact`);
    assert.doesNotMatch(stored.rows[0].row, new RegExp((page.ready.token ?? '').slice(7)));
  });

  test('the token brings a visitor back to the conversation', async (t) => {
    const at = await testChat(t, { answer: 'Good day.' });
    const page = await at.visit();
    await page.say('Hi');
    assert.deepEqual(await page.texts(2), ['Hi', 'Good day.']);
    page.socket.close();
    const { ready } = await at.visit({ token: page.ready.token });
    assert.equal(ready.token, undefined);
    assert.deepEqual(
      ready.messages.map(({ seq }) => seq),
      [1, 2],
    );
  });

  test('a first word that is sent again after a lost connection is one contact and one message', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    page.send({ is: 'say', key: 'first-word', text: 'Hi' });
    page.socket.terminate();
    const again = await at.visit({ token: page.ready.token });
    await again.say('Hi', 'first-word');
    assert.deepEqual(await again.texts(1), ['Hi']);
    assert.equal((await at.contacts()).length, 1);
    await messagesInTable(at, 1);
  });

  test('two pages of one visitor that speak first at once are one contact', async (t) => {
    const at = await testChat(t);
    const { token } = (await at.visit()).ready;
    const pages = await Promise.all([at.visit({ token }), at.visit({ token })]);
    await Promise.all(pages.map((page, index) => page.say(`from page ${index}`)));
    assert.equal((await at.contacts()).length, 1);
    for (const page of pages) assert.equal((await page.texts(2)).length, 2);
  });

  test('a stranger with a made-up or mistyped token gets a new one and sees nothing', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('A secret');
    const token = page.ready.token ?? '';
    for (const wrong of ['x', `${token.slice(0, -1)}_`, token.replace('vis', 'key')]) {
      const { ready } = await at.visit({ token: wrong });
      assert.notEqual(ready.token, undefined);
      assert.deepEqual(ready.messages, []);
    }
  });

  test("a token of one bot's chat is a stranger's in another's", async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('A secret');
    await at.pool.query(
      `insert into bot (id, workspace_id, name, public_id) select $1, workspace_id, 'Other', 'other' from bot`,
      [uuidV7()],
    );
    const other = await at.visit({ bot: 'other', token: page.ready.token });
    assert.deepEqual(other.ready.messages, []);
    await other.say('Hi');
    assert.deepEqual(await other.texts(1), ['Hi']);
    assert.equal((await at.contacts()).length, 2);
  });

  test('an unknown bot is said to be unknown, and there is nothing to come back to', async (t) => {
    const at = await testChat(t);
    const page = await at.connect();
    page.send({ is: 'hello', bot: 'nobody' });
    assert.equal((await page.next('problem')).code, 'not-found');
    assert.equal((await page.closed).code, CHAT_GONE);
  });
});

describe('messages', () => {
  test('come in order, each once, when the feed tells them', async (t) => {
    const at = await testChat(t, { limits: { messagesPerVisitor: generous, framesPerConnection: generous } });
    const page = await at.visit();
    const said = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    for (const [index, text] of said.entries()) page.send({ is: 'say', key: `line-key-${index}`, text });
    assert.deepEqual(await page.texts(60), said);
    assert.deepEqual(
      page.messages.map(({ seq }) => seq),
      said.map((_, index) => index + 1),
    );
  });

  test('come in order, each once, when the feed repeats, loses and mixes them up', async (t) => {
    const at = await testChat(t, {
      lookRoundMs: 50,
      limits: { messagesPerVisitor: generous, framesPerConnection: generous },
    });
    const page = await at.visit();
    let held: Parameters<typeof at.feed.spoil>[0][number][] = [];
    let count = 0;
    at.feed.spoil = (messages) => {
      count += 1;
      held = [...held, ...messages];
      if (count % 3 === 0) return [];
      if (count % 4 === 0) return [[]];
      if (count % 5 === 0) return [held.toReversed(), held];
      return [messages, messages];
    };
    const said = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    for (const [index, text] of said.entries()) page.send({ is: 'say', key: `line-key-${index}`, text });
    assert.deepEqual(await page.texts(40), said);
    await delay(120);
    assert.equal(page.messages.length, 40);
  });

  test('are found by the look round when the feed says nothing at all, for each of many pages', async (t) => {
    const at = await testChat(t, { lookRoundMs: 50 });
    at.feed.spoil = () => [];
    const pages = await Promise.all(Array.from({ length: 8 }, () => at.visit()));
    await Promise.all(pages.map((page, index) => page.say(`from ${index}`)));
    for (const contact of await at.contacts()) await at.botSays(contact.id, 'noted');
    for (const [index, page] of pages.entries())
      assert.deepEqual(await page.texts(2), [`from ${index}`, 'noted']);
  });

  test('reach a second page of the visitor, even one that was open before the first word', async (t) => {
    const at = await testChat(t, { lookRoundMs: 50 });
    const page = await at.visit();
    const second = await at.visit({ token: page.ready.token });
    await page.say('Hi');
    assert.deepEqual(await second.texts(1), ['Hi']);
    await page.say('Still me');
    assert.deepEqual(await second.texts(2), ['Hi', 'Still me']);
  });

  test('that were missed come with the greeting, from where the page had got', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('Hi');
    page.socket.close();
    await page.closed;
    const [contact] = await at.contacts();
    for (const text of ['one', 'two', 'three']) await at.botSays(contact?.id ?? '', text);
    await messagesInTable(at, 4);
    const { ready } = await at.visit({ token: page.ready.token, after: 2 });
    assert.equal(ready.fresh, false);
    assert.deepEqual(
      ready.messages.map(({ seq }) => seq),
      [3, 4],
    );
  });

  test('are the newest 200 for a new page, and all of them for one that was away', async (t) => {
    const at = await testChat(t);
    const { token } = await chatWithHistory(at, 450);
    const fresh = await at.visit({ token });
    assert.deepEqual([fresh.ready.messages.length, fresh.ready.messages[0]?.seq], [200, 251]);
    const away = await at.visit({ token, after: 10 });
    const texts = await away.texts(440);
    assert.deepEqual([texts[0], texts.at(-1)], ['line 11', 'line 450']);
  });

  test('start anew for a page that is ahead of its conversation', async (t) => {
    const at = await testChat(t);
    const { token } = await chatWithHistory(at, 3);
    const { ready } = await at.visit({ token, after: 99 });
    assert.equal(ready.fresh, true);
    assert.equal(ready.messages.length, 3);
  });

  test('are no longer listened for once the page has gone', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('Hi');
    assert.equal(at.feed.listeners, 1);
    page.socket.close();
    while (at.chat.connections > 0) await delay(5);
    assert.equal(at.feed.listeners, 0);
  });
});

describe('saying something', () => {
  test('with the same key twice is taken twice and said once', async (t) => {
    const at = await testChat(t);
    const page = await at.visit();
    await page.say('Hi', 'same-key');
    await page.say('Hi', 'same-key');
    await delay(50);
    assert.deepEqual(await page.texts(1), ['Hi']);
    await messagesInTable(at, 1);
  });

  test('tells others that the contact writes, only once there is a contact', async (t) => {
    const typed: string[] = [];
    const at = await testChat(t, { onTyping: (contactId) => typed.push(contactId) });
    const page = await at.visit();
    page.send({ is: 'typing' });
    await page.say('Hi');
    page.send({ is: 'typing' });
    await page.say('Hi again');
    assert.deepEqual(
      typed,
      (await at.contacts()).map(({ id }) => id),
    );
  });

  test('before hello is refused', async (t) => {
    const at = await testChat(t);
    const page = await at.connect();
    page.send({ is: 'say', key: 'too-early', text: 'Hi' });
    const problem = await page.next('problem');
    assert.deepEqual([problem.code, problem.key], ['bad-input', 'too-early']);
  });
});

/** Waits until the lanes have nothing left to do; then there are so many messages and no more. */
async function messagesInTable(at: TestChat, count: number): Promise<void> {
  for (;;) {
    const { rows } = await at.pool.query(
      'select (select count(*) from message)::int as messages, (select count(*) from lane_log)::int as left',
    );
    if (rows[0].left === 0) return assert.equal(rows[0].messages, count);
    await delay(5);
  }
}

async function chatWithHistory(at: TestChat, count: number): Promise<{ token: string | undefined }> {
  const page = await at.visit();
  await page.say('line 1');
  await page.texts(1);
  await at.pool.query(
    `insert into message (workspace_id, contact_id, seq, id, sender, content, sent_at)
     select workspace_id, id, n, gen_random_uuid(), 'bot', jsonb_build_object('is', 'text', 'text', 'line ' || n), now()
       from contact, generate_series(2, $1) n`,
    [count],
  );
  await at.pool.query('update contact set last_seq = $1', [count]);
  return { token: page.ready.token };
}
