// What the page of the chat shows, whatever order things happen in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Message } from '@bellwire/model/message.ts';
import { blankChat, greeted, queued, received, refused, taken } from './chat-state.ts';
import type { ChatState } from './chat-state.ts';

const said = (seq: number, from: Message['from'], text: string): Message => ({
  id: `m${seq}`,
  seq,
  from,
  content: { is: 'text', text },
  sentAt: '2026-11-22T10:00:00.000Z',
});
const unsent = (key: string, text: string, after = 0) => ({ key, text, after, madeAt: 0 });
const ready = (fresh: boolean, ...messages: Message[]) =>
  ({ is: 'ready', bot: { name: 'Bot' }, greeting: '', mostCharacters: 4000, fresh, messages }) as const;
const shown = ({ messages, pending }: ChatState) => [
  ...messages.map(({ content }) => (content.is === 'text' ? content.text : '')),
  ...pending.filter(({ isBack }) => !isBack).map(({ text }) => `(${text})`),
];

test('a message is shown on its way, then as part of the conversation, never as both', () => {
  const sent = queued(blankChat, [unsent('a', 'Hi')]);
  assert.deepEqual(shown(sent), ['(Hi)']);
  assert.deepEqual(shown(received(taken(sent, 'a'), [said(1, 'contact', 'Hi')])), ['Hi']);
  assert.deepEqual(shown(taken(received(sent, [said(1, 'contact', 'Hi')]), 'a')), ['Hi']);
});

test('of two that say the same, each stands for one', () => {
  const sent = queued(blankChat, [unsent('a', 'Hi'), unsent('b', 'Hi')]);
  const one = received(sent, [said(1, 'contact', 'Hi')]);
  assert.deepEqual(shown(one), ['Hi', '(Hi)']);
  assert.deepEqual(shown(received(one, [said(2, 'contact', 'Hi')])), ['Hi', 'Hi']);
});

test('a message that the bot echoes, or that was said before it was written, does not stand for it', () => {
  const before = received(blankChat, [said(1, 'contact', 'Hi'), said(2, 'bot', 'Hi')]);
  const sent = queued(before, [unsent('a', 'Hi', 2)]);
  assert.deepEqual(shown(received(sent, [said(3, 'bot', 'Hi')])), ['Hi', 'Hi', 'Hi', '(Hi)']);
});

test('what was kept from a closed page is not shown again where it is in the conversation already', () => {
  const state = queued(greeted(blankChat, ready(true, said(1, 'contact', 'Hi'))), [unsent('a', 'Hi')]);
  assert.deepEqual(shown(state), ['Hi']);
  assert.equal(state.pending[0]?.is, 'waiting');
});

test('a fresh greeting replaces the conversation, another goes on from it', () => {
  const state = received(blankChat, [said(1, 'bot', 'old')]);
  assert.deepEqual(shown(greeted(state, ready(false, said(2, 'bot', 'next')))), ['old', 'next']);
  assert.deepEqual(shown(greeted(state, ready(true, said(1, 'bot', 'other')))), ['other']);
});

test('an answer is expected from when a message was taken until somebody answers', () => {
  const sent = taken(queued(blankChat, [unsent('a', 'Hi')]), 'a');
  assert.equal(sent.expectsAnswer, true);
  const back = received(sent, [said(1, 'contact', 'Hi')]);
  assert.equal(back.expectsAnswer, true);
  assert.equal(received(back, [said(2, 'bot', 'Hello')]).expectsAnswer, false);
});

test('a refused message stays in sight with the reason', () => {
  const state = refused(queued(blankChat, [unsent('a', 'Hi')]), 'a', 'Too long.');
  assert.deepEqual(
    state.pending.map(({ is, says }) => [is, says]),
    [['refused', 'Too long.']],
  );
});

test('whatever is delivered twice or overlaps, the conversation is the same', () => {
  const all = Array.from({ length: 12 }, (_, index) => said(index + 1, 'bot', `line ${index + 1}`));
  const parts = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 });
  fc.assert(
    fc.property(parts, (ranges) => {
      let state = blankChat;
      let have = 0;
      for (const [one, other] of [...ranges, [0, 11] as const]) {
        // The server sends no gaps: each part begins within what is there, or right behind it.
        const from = Math.min(one, have);
        state = received(state, all.slice(from, Math.max(from, other) + 1));
        have = Math.max(have, state.messages.length);
      }
      assert.deepEqual(state.messages, all);
    }),
  );
});
