// What comes back from the clipboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSteps, writeSteps } from './step-clipboard.ts';

const step = {
  id: 'a',
  type: 'wait',
  label: 'Pause',
  settings: { minutes: 5 },
  exits: { next: 'b', late: null },
  position: { x: 1, y: 2 },
};

test('steps come back as they were copied', () => {
  assert.deepEqual(readSteps(writeSteps([step])), [step]);
});

test('other text, broken JSON and malformed steps are not steps', () => {
  assert.equal(readSteps('hello'), undefined);
  assert.equal(readSteps('{"is":"bellwire/steps","steps":['), undefined);
  assert.equal(readSteps('{"is":"bellwire/steps","steps":[{"id":1}]}'), undefined);
  assert.equal(
    readSteps('{"is":"bellwire/steps","steps":[{"id":"a","type":"t","settings":[],"exits":{}}]}'),
    undefined,
  );
});

test('nothing on a clipboard makes it throw', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      (steps) => readSteps(JSON.stringify({ is: 'bellwire/steps', steps })) !== null,
    ),
  );
});
