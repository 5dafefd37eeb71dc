// Tests of playing a flow: what is heard, what is answered by itself, and what changes nothing.
import { deepEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { playOn, startPlay } from './play.ts';
import { sampleContact } from './sample-contact.ts';
import { INSTALL, shop } from './testing/acme-shop.ts';
import { next, NOW, start, texts, toCall } from './testing/play-through.ts';

const busy: CallAnswer = { is: 'answer', status: 503, headers: {}, body: null, ms: 10 };

test('made-up answers carry a play through its requests, pauses included', () => {
  const asked: number[] = [];
  const { run, call, now } = playOn(
    shop,
    next(start(shop), { is: 'said', text: '5' }),
    { is: 'time' },
    (made) => {
      asked.push(made.afterMs);
      return busy;
    },
  );
  equal(asked.length, 3);
  equal(call, null);
  equal(run.status, 'done');
  const passed = asked.reduce((sum, pause) => sum + pause + busy.ms, 0);
  equal(now, new Date(Date.parse('2026-03-01T14:00:00.000Z') + passed).toISOString());
});

test('without an answer it waits for one, whatever is said meanwhile', () => {
  const calling = toCall();
  const talked = next(calling, { is: 'said', text: 'Hello?' });
  deepEqual(talked.run, calling.run);
  deepEqual(talked.call, calling.call);
  equal(texts(talked).at(-1), 'Hello?');
});

test('a button that says its label answers the question', () => {
  const { run } = next(start(shop), { is: 'pressed', label: '7', payload: '7' });
  equal(run.waiting?.is, 'time');
});

test('a play that is over stays over', () => {
  const over = next(next(start(shop), { is: 'time' }), { is: 'time' });
  equal(over.run.status, 'done');
  deepEqual(next(over, { is: 'time' }), over);
});

test('the flow of an app that is not there cannot be played', () => {
  const begins = { is: 'app', installId: INSTALL, flow: 'report', values: {} } as const;
  throws(() => startPlay({ ...shop, installs: [], begins }, sampleContact, NOW), /no install/);
});
