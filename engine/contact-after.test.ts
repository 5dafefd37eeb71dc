// Tests of what effects change of the contact: the next step sees it, and so does whoever reads the contact afterwards.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { contactAfter } from './contact-after.ts';
import { sampleContact } from './sample-contact.ts';
import { flow, shop } from './testing/acme-shop.ts';
import { start, texts } from './testing/play-through.ts';

test('a tag that a step adds is there for the next one, and the bot is paused when the flow has ended', () => {
  const graph = flow({
    tag: { type: 'tags', settings: { add: [{ tag: 'vip' }] }, exits: { next: 'pause' } },
    pause: { type: 'pause-bot', settings: { amount: 1, unit: 'days' }, exits: { next: 'say' } },
    say: { type: 'send-message', settings: { text: '{{contact.tags}} until {{contact.paused_until}}' } },
  });
  const played = start({ ...shop, begins: { is: 'bot', graph, trigger: {} } });
  deepEqual(texts(played), ['["vip"] until 2026-03-02T12:00:00.000Z']);
  deepEqual(played.contact.tags, ['vip']);
});

test('what changes nothing of the contact leaves it the very same', () => {
  const said = { is: 'say', content: { is: 'text', text: 'Hi' } } as const;
  equal(contactAfter(sampleContact, said), sampleContact);
});

test('a tag is there once, and taken away wins', () => {
  const { tags } = contactAfter(
    { ...sampleContact, tags: ['a'] },
    { is: 'tag', add: ['a', 'b', 'c'], remove: ['b'] },
  );
  deepEqual(tags, ['a', 'c']);
});
