// Runs every example of every answer type, and what holds for all of them.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerTypes, findAnswerType } from './answer-types.ts';

for (const { name, expects, read, examples } of answerTypes) {
  describe(`the answer type ${name}`, () => {
    for (const { text, asked, gives } of examples) {
      test(`reads ${JSON.stringify(text)} as ${JSON.stringify(gives)}`, () => {
        deepEqual(read(text, { choices: [], locale: 'en', zone: 'UTC', ...asked }), gives);
      });
    }

    test('has examples of both ends, and words for what does not fit', () => {
      ok(
        examples.some(({ gives }) => gives === undefined) &&
          examples.some(({ gives }) => gives !== undefined),
      );
      ok(expects.startsWith('Please '));
      equal(findAnswerType(name)?.name, name);
    });

    test('takes a long answer in a moment', () => {
      const started = performance.now();
      for (const piece of ['a', '1', ' ', 'a@', 'a.', '1.'])
        read(piece.repeat(20_000), { choices: ['a a'], locale: 'en', zone: 'UTC' });
      // A pattern that goes back over the text would take minutes for one of them.
      ok(performance.now() - started < 2000);
    });
  });
}
