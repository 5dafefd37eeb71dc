// Tests of seeming to write: the order stays, only the moment changes.
import { deepEqual } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Message } from '@bellwire/model/message.ts';
import { Reveal } from './reveal.ts';

const message = (seq: number, typingSeconds?: number): Message => ({
  id: '01935000-0000-7000-8000-000000000000',
  seq,
  from: 'bot',
  content: { is: 'text', text: String(seq), ...(typingSeconds !== undefined && { typingSeconds }) },
  sentAt: '2026-11-22T09:00:00.000Z',
});

function watched(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const told: string[] = [];
  const reveal = new Reveal({
    onShow: (messages) => void told.push(messages.map(({ seq }) => seq).join('+')),
    onWriting: () => void told.push('writing'),
  });
  return { told, reveal, pass: (seconds: number) => t.mock.timers.tick(seconds * 1000) };
}

test('messages without a pause are shown at once, together', (t) => {
  const { told, reveal } = watched(t);
  reveal.take([message(1), message(2)]);
  deepEqual(told, ['1+2']);
});

test('one with a pause comes when it is over, and what follows waits behind it', (t) => {
  const { told, reveal, pass } = watched(t);
  reveal.take([message(1), message(2, 2), message(3)]);
  reveal.take([message(4)]);
  deepEqual(told, ['1', 'writing']);
  pass(1.9);
  deepEqual(told, ['1', 'writing']);
  pass(0.1);
  deepEqual(told, ['1', 'writing', '2', '3+4']);
});

test('what waits is forgotten where the conversation is read anew', (t) => {
  const { told, reveal, pass } = watched(t);
  reveal.take([message(1, 2)]);
  reveal.drop();
  pass(5);
  reveal.take([message(1), message(2)]);
  deepEqual(told, ['writing', '1+2']);
});
