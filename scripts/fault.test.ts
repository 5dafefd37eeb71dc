// Tests of the exceptions: they excuse what they name, nothing else, and not for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excuse, printFaults } from './fault.ts';

const long = { file: 'engine/formula.ts', line: 301, rule: 'lint/max-lines', says: 'Too long.' };
const cast = {
  file: 'engine/formula.ts',
  line: 7,
  rule: 'lint/consistent-type-assertions',
  says: 'No casts.',
};

test('an exception excuses its rule in its file only', () => {
  const exceptions = [{ file: long.file, rule: long.rule, because: 'One table of all functions.' }];
  assert.deepEqual(excuse([long, cast], exceptions), [cast]);
});

test('an exception that excuses nothing any more is a fault', () => {
  const exceptions = [{ file: 'engine/gone.ts', rule: long.rule, because: 'It was long.' }];
  assert.match(
    printFaults(excuse([], exceptions)),
    /exceptions\.ts:1 {2}"engine\/gone\.ts" no longer breaks lint\/max-lines/,
  );
});

test('faults are printed by file and line, with the rule to look up', () => {
  assert.equal(
    printFaults([long, cast]),
    'engine/formula.ts:7  No casts.  (lint/consistent-type-assertions)\nengine/formula.ts:301  Too long.  (lint/max-lines)',
  );
});
