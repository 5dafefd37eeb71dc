// Tests of playing a flow: what is heard, what is answered by itself, and what changes nothing.
import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { actionAsked, standIn, standInStep } from './play-stand-in.ts';
import { playOn, startPlay } from './play.ts';
import { sampleContact } from './sample-contact.ts';
import { stepTypes } from './steps/step-types.ts';
import { INSTALL, shop } from './testing/acme-shop.ts';
import { answer, next, NOW, start, texts, toCall } from './testing/play-through.ts';

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

test('the story tells each visit whole, and what happened between them', () => {
  const { story } = next(start(shop), { is: 'said', text: '5' });
  deepEqual(
    story.map((event) =>
      event.is === 'visit' ? `${event.visit.step} ${event.visit.exit ?? event.visit.is}` : event.happening.is,
    ),
    ['ask ask', 'said', 'ask next', 'check branch-1', 'pause wait'],
  );
  const [asked, , answered] = story;
  ok(asked?.is === 'visit' && answered?.is === 'visit');
  equal(asked.visit.input.text, 'How much?');
  equal(asked.visit.effects[0]?.is, 'say');
  deepEqual(answered.visit.set, { 'user.amount': 5 });
});

test('an app that cannot be seen is stood in for: its outputs are asked of the person who plays', () => {
  const [install] = shop.installs;
  ok(install);
  const unseen = standIn({
    id: INSTALL,
    name: 'Acme Pay',
    workspaceId: install.workspaceId,
    actions: install.app.actions,
  });
  const definitions = {
    ...shop,
    installs: [unseen],
    stepTypes: new Map([...stepTypes, standInStep].map((type) => [type.name, type])),
  };
  const begun = startPlay(definitions, { ...sampleContact, fields: { amount: 5 } }, NOW);
  const asked = [{ is: 'said', text: '5' } as const, { is: 'time' } as const].reduce(
    (played, happening) => playOn(definitions, played, happening),
    begun,
  );
  ok(asked.call);
  deepEqual(actionAsked(asked.call), { installId: INSTALL, action: 'create_link' });
  const done = next(asked, answer(200, { link: 'https://pay.example/1' }), definitions);
  equal(texts(done).at(-1), 'Pay here: https://pay.example/1');
  const refused = next(
    asked,
    { is: 'answer', answer: { is: 'failed', reason: 'made-up', says: 'No.', ms: 1 } },
    definitions,
  );
  equal(texts(refused).at(-1), 'Sorry');
});
