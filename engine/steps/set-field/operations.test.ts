// Runs every example of every operation of the step "Set field".
import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject } from '@bellwire/model/json.ts';
import { operations } from './operations.ts';

const scope = {
  data: {},
  now: '2026-03-01T23:30:00.000Z',
  zone: 'Europe/Berlin',
  locale: 'en',
  random: () => 0.5,
};

const nothing = {
  current: null,
  value: null,
  formula: '',
  find: '',
  from: 0,
  to: undefined,
  unit: '',
  pattern: '',
  zone: '',
};

for (const { name, run, examples } of operations) {
  describe(`the operation ${name}`, () => {
    for (const { of, gives } of examples) {
      test(`of ${JSON.stringify(of)} gives ${JSON.stringify(gives)}`, () => {
        const result = run({ ...nothing, ...of, scope });
        if (!isJsonObject(gives) || typeof gives.refused !== 'string')
          return deepEqual(result, { ok: true, value: gives });
        ok(!result.ok && result.says.startsWith(gives.refused), JSON.stringify(result));
      });
    }

    test('has an example', () => ok(examples.length > 0));
  });
}

test('no operation is in the list twice', () => {
  equal(new Set(operations.map(({ name }) => name)).size, operations.length);
});
