// Tests of the sample input that a script is first tried with.
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { sampleInput } from './sample-input.ts';

test('what stands in the settings is the sample, and what comes at run time is made up', () => {
  const inputs = [{ name: 'count', value: 3 }, { name: 'price', value: '{{user.price}}' }, { name: 'note' }];
  deepEqual(sampleInput({ inputs }), { count: 3, price: 10, note: null });
});

test('inputs that are half done are left out', () => {
  deepEqual(sampleInput({ inputs: [{}, null, { name: '' }, 5] }), {});
  deepEqual(sampleInput({}), {});
});
