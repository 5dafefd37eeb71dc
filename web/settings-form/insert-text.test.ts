// Places put into texts at the cursor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertTemplate, insertText } from './insert-text.ts';

test('a place goes where the cursor stands, and the cursor behind it', () => {
  assert.deepEqual(insertTemplate('Hi , welcome', 3, 3, 'contact.name'), {
    text: 'Hi {{contact.name}}, welcome',
    cursor: 19,
  });
});

test('what is chosen is replaced', () => {
  assert.equal(insertTemplate('Hi you!', 3, 6, 'contact.name').text, 'Hi {{contact.name}}!');
});

test('braces that were just typed are not doubled', () => {
  assert.deepEqual(insertTemplate('Hi {{', 5, 5, 'user.a'), { text: 'Hi {{user.a}}', cursor: 13 });
});

test('a formula gets the bare path', () => {
  assert.deepEqual(insertText('2 * ', 4, 4, 'app.sum'), { text: '2 * app.sum', cursor: 11 });
});
