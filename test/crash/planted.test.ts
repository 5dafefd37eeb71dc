// Tests that every bug to plant and every named point still fits the product, and how a place is found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { applyEdit, type Edit } from './edit.ts';
import { plantedBugs } from './planted.ts';
import { points } from './points.ts';

const root = join(import.meta.dirname, '..', '..');

function applyAll(edits: readonly Edit[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
    texts.set(edit.file, applyEdit(edit, text));
  }
  return texts;
}

for (const { name, edits } of plantedBugs) {
  test(`"${name}" can be planted, and what comes out can be read by Node`, () => {
    for (const [file, text] of applyAll(edits)) {
      assert.notEqual(text, readFileSync(join(root, file), 'utf8'));
      assert.doesNotThrow(() => stripTypeScriptTypes(text));
    }
  });
}

test('every named point has its place, and what comes out can be read by Node', () => {
  for (const text of applyAll(points.map(({ edit }) => edit)).values())
    assert.doesNotThrow(() => stripTypeScriptTypes(text));
});

test('a place is found in whatever lines, spaces and closing commas', () => {
  const edit = { file: 'server/x.ts', find: 'call(a, { b: 1 });', replace: 'before($&)' };
  assert.equal(
    applyEdit(edit, 'x; call(\n  a,\n  { b: 1, },\n); y'),
    'x; before(call(\n  a,\n  { b: 1, },\n);) y',
  );
});

test('a place that is gone, or there twice, is refused with its file', () => {
  const edit = { file: 'server/x.ts', find: 'gone', replace: '' };
  assert.throws(() => applyEdit(edit, 'something else'), /server\/x\.ts .* 0 times/);
  assert.throws(() => applyEdit(edit, 'gone, gone'), /server\/x\.ts .* 2 times/);
});
