// What the colouring of JSON promises: nothing lost, the right kinds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonMarks } from './json-marks.ts';

test('keys, texts, numbers and words are told apart', () => {
  const kinds = jsonMarks('{"paid": true, "amount": -12.5, "note": "a \\"b\\": c"}')
    .filter((mark) => mark.kind !== 'plain')
    .map((mark) => `${mark.kind} ${mark.text}`);
  assert.deepEqual(kinds, [
    'key "paid"',
    'word true',
    'key "amount"',
    'number -12.5',
    'key "note"',
    'text "a \\"b\\": c"',
  ]);
});

test('the pieces joined are the text itself, for JSON and for anything else', () => {
  const joined = (text: string) =>
    jsonMarks(text)
      .map((mark) => mark.text)
      .join('');
  fc.assert(fc.property(fc.json(), (text) => joined(text) === text));
  fc.assert(fc.property(fc.string(), (text) => joined(text) === text));
});
