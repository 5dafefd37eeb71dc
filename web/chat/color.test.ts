// What can be read on a colour that a site has chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inkOn, isColor } from './color.ts';

test('dark words stand on pale colours, white ones on deep colours', () => {
  assert.equal(inkOn('ffd54a'), '#1b1916');
  assert.equal(inkOn('55c2b7'), '#1b1916');
  assert.equal(inkOn('7a3e9d'), '#ffffff');
  assert.equal(inkOn('000000'), '#ffffff');
});

test('only six digits are a colour: anything else could be more than that', () => {
  assert.equal(isColor('0c6B6a'), true);
  for (const text of ['', 'red', '0c6b6', '0c6b6a;x', '#0c6b6a']) assert.equal(isColor(text), false, text);
});
