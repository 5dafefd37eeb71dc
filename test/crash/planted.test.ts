// Tests that every bug to plant still fits the product: the place it spoils is there exactly once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { plantedBugs, spoil } from './planted.ts';

for (const bug of plantedBugs) {
  test(`"${bug.name}" can be planted, and what comes out can be read by Node`, () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', bug.file), 'utf8');
    const spoiled = spoil(bug, text);
    assert.notEqual(spoiled, text);
    assert.doesNotThrow(() => stripTypeScriptTypes(spoiled));
  });
}

test('a bug whose place is gone says which and where', () => {
  const bug = { name: 'old', says: '', file: 'server/x.ts', find: 'gone', replace: '' };
  assert.throws(
    () => spoil(bug, 'something else'),
    /"old" looks for a text in server\/x\.ts that is there 0 times/,
  );
});
