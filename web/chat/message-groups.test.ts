// Which messages stand together, and where a day begins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '@bellwire/model/message.ts';
import { dayWords, messageGroups } from './message-groups.ts';

const said = (seq: number, from: Message['from'], sentAt: Date): Message => ({
  id: `m${seq}`,
  seq,
  from,
  content: { is: 'text', text: '' },
  sentAt: sentAt.toISOString(),
});
const noon = new Date(2026, 10, 22, 12, 0);
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const grouped = (messages: readonly Message[]) =>
  messageGroups(messages).map((group) => group.messages.map(({ seq }) => seq));

test('what one side says in one breath stands together', () => {
  const messages = [
    said(1, 'bot', noon),
    said(2, 'bot', later(1)),
    said(3, 'contact', later(2)),
    said(4, 'bot', later(3)),
  ];
  assert.deepEqual(grouped(messages), [[1, 2], [3], [4]]);
});

test('after a pause a new group begins, on a new day with its name', () => {
  assert.deepEqual(grouped([said(1, 'bot', noon), said(2, 'bot', later(30))]), [[1], [2]]);
  const midnight = [
    said(1, 'bot', new Date(2026, 10, 21, 23, 59)),
    said(2, 'bot', new Date(2026, 10, 22, 0, 1)),
  ];
  assert.deepEqual(
    messageGroups(midnight).map(({ day }) => day !== undefined),
    [true, true],
  );
});

test('days are named as people name them', () => {
  assert.equal(dayWords(noon, noon, 'en'), 'Today');
  assert.equal(dayWords(new Date(2026, 10, 21, 23, 59), noon, 'en'), 'Yesterday');
  assert.equal(dayWords(new Date(2026, 10, 21), noon, 'de'), 'Gestern');
  assert.equal(dayWords(new Date(2026, 2, 1), noon, 'en'), 'Sunday, March 1');
  assert.equal(dayWords(new Date(2025, 2, 1), noon, 'en'), 'Saturday, March 1, 2025');
});
