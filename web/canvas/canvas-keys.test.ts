// What keys are called.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysOf } from './canvas-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => keysOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('Ctrl and Cmd are the same key', () => {
  assert.equal(press('z', { ctrlKey: true }), 'mod+z');
  assert.equal(press('Z', { metaKey: true, shiftKey: true }), 'mod+shift+z');
});

test('a sign that needs Shift on some keyboards is the same sign', () => {
  assert.equal(press('/', { shiftKey: true }), '/');
  assert.equal(press('Delete'), 'delete');
});
