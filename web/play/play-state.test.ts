// Going on and going back in a play.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playOn, startPlay, type PlayEvent } from '@bellwire/engine/play.ts';
import { sampleContact } from '@bellwire/engine/sample-contact.ts';
import { shop } from '@bellwire/engine/testing/acme-shop.ts';
import { back, begin, goOn, happen, notBegun, type PlayState } from './play-state.ts';

const NOW = '2026-03-01T12:00:00.000Z';

function storyOf({ happenings }: PlayState): readonly PlayEvent[] {
  const start = startPlay(shop, sampleContact, NOW);
  return happenings.reduce((played, happening) => playOn(shop, played, happening), start).story;
}

test('one step at a time shows one visit more, and never more than there are', () => {
  const begun = begin(NOW, 'one step');
  assert.equal(begun.shown, 1);
  assert.equal(goOn(begun, storyOf(begun).length, 'one step').shown, 2);
  assert.equal(goOn({ ...begun, shown: Infinity }, 1, 'one step').shown, 2);
});

test('back takes away the last visit, and the answer that led to it', () => {
  const answered = happen(begin(NOW, 'to the next pause'), { is: 'said', text: '5' });
  const told = storyOf(answered);
  assert.equal(told.length, 5, 'ask, the answer, then three visits');
  const once = back(answered, told);
  assert.deepEqual([once.happenings.length, once.shown], [1, 4]);
  const before = back(back(once, told), told);
  assert.deepEqual([before.happenings.length, before.shown], [0, 1]);
  assert.deepEqual(back(before, storyOf(before)), notBegun);
});
