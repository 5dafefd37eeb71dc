// Which words stand where when the API has said no.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@bellwire/model/problem.ts';
import { problemAt, problemElsewhere, problemWords } from './problem-words.ts';

const refused = new ProblemError('bad-input', {
  complaints: [
    { path: ['email'], says: 'An e-mail address is expected.' },
    { path: ['items', 1, 'field'], says: 'Choose a field.' },
  ],
});

test('a complaint stands beside the field it names, and beside what the field is part of', () => {
  assert.equal(problemAt(refused, 'email').problem?.says, 'An e-mail address is expected.');
  assert.equal(problemAt(refused, 'items', 1).problem?.says, 'Choose a field.');
  assert.deepEqual(problemAt(refused, 'items', 0), {});
  assert.deepEqual(problemAt(null, 'email'), {});
});

test('what no field shows is said above the form', () => {
  assert.equal(problemElsewhere(refused, ['email'])?.says, 'Choose a field.');
  assert.equal(problemElsewhere(refused, ['email', 'items']), undefined);
  assert.equal(problemElsewhere(null, []), undefined);
});

test('a problem without complaints is said whole, with the way out', () => {
  const words = problemElsewhere(new ProblemError('wrong-credentials'), ['email']);
  assert.deepEqual(words, {
    says: 'The e-mail address or the password is wrong.',
    help: 'Check both and try again.',
  });
});

test('a fault of ours names the reference that is in the log', () => {
  const error = new ProblemError('internal', { facts: { reference: 'r-1' } });
  assert.match(problemWords(error).help ?? '', /Reference: r-1/);
});
