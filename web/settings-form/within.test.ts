// Complaints seen from inside of a form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { within } from './within.ts';

test('only what lies inside stays, with paths that begin there', () => {
  const complaints = [
    { path: ['steps', 1, 'settings', 'url'], says: 'Fill it in.' },
    { path: ['steps', 10, 'settings', 'url'], says: 'Another step.' },
  ];
  assert.deepEqual(within(complaints, ['steps', 1, 'settings']), [{ path: ['url'], says: 'Fill it in.' }]);
});
