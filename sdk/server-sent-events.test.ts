// Server-sent events are read whole, however the network cuts them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readServerSentEvents, type ServerSentEvent } from './server-sent-events.ts';

async function* cut(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(from, end);
    from = end;
  }
}

async function readAll(text: string, places: readonly number[] = []): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of readServerSentEvents(cut(new TextEncoder().encode(text), places)))
    events.push(event);
  return events;
}

test('any events come out as they went in, cut anywhere', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ''));
  const one = fc.record({ id: line, event: line, data: fc.array(line, { minLength: 1, maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(one), fc.array(fc.nat()), async (events, places) => {
      const text = events
        .map(({ id, event, data }) =>
          [`id: ${id}`, `event: ${event}`, ...data.map((each) => `data: ${each}`), '', ''].join('\n'),
        )
        .join('');
      const expected = events.map(({ id, event, data }) => ({
        id,
        event: event || 'message',
        data: data.join('\n'),
      }));
      assert.deepEqual(await readAll(text, places), expected);
    }),
  );
});

test('comments are passed over, an id stays until the next, and half an event is none', async () => {
  assert.deepEqual(await readAll(': hello\n\nid: 7\r\ndata: a\r\n\r\ndata:b\n\ndata: half'), [
    { id: '7', event: 'message', data: 'a' },
    { id: '7', event: 'message', data: 'b' },
  ]);
});
