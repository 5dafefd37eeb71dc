// Plays flows of an app: what leaves the app, and that no secret does.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startPlay } from './play.ts';
import { sampleContact } from './sample-contact.ts';
import { secretMark } from './secret-mark.ts';
import { INSTALL, SEAL, shop } from './testing/acme-shop.ts';
import { answer, next, NOW, toCall } from './testing/play-through.ts';

describe('the flow of an app', () => {
  test('makes an address, and fires its trigger with the fields of now', () => {
    const begins = { is: 'app', installId: INSTALL, flow: 'report', values: { sum: 12.5 } } as const;
    const { effects, run } = startPlay({ ...shop, begins }, sampleContact, NOW);
    equal(run.status, 'done');
    deepEqual(
      effects.map((effect) => effect.is),
      ['make-url', 'fire'],
    );
    const [made, fired] = effects;
    ok(made?.is === 'make-url' && fired?.is === 'fire');
    equal(made.expiresAt, '2026-03-01T12:10:00.000Z');
    deepEqual(fired.items, { amount: 12.5, link: `https://play.invalid/u/${made.token}`, note: '•••' });
  });

  test('keeps secrets as marks: none is in the story, in an output or in an item', () => {
    const done = next(toCall(), answer(200, { url: 'u' }));
    const { call } = toCall();
    deepEqual(call?.headers.at(-1), { name: 'authorization', value: `Bearer ${secretMark('token', SEAL)}` });
    for (const kept of [done.run.history, done.contact, done.said, done.effects])
      equal(JSON.stringify(kept).includes(SEAL), false);
    equal(JSON.stringify(done.run.history).includes('Bearer'), false);
    match(JSON.stringify(done.run.history), /•••/);
  });
});
