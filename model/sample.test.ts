// Tests of sample payloads: they fit the contract of their trigger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appFieldSchema } from './app-field.ts';
import { triggerSchema } from './trigger.ts';
import { checkItems } from './contract.ts';
import { samplePayload } from './sample.ts';
import { valueTypes } from './value-type.ts';

test('a sample has each item once: its example, or else a value of its type that fits the contract', () => {
  const app = { fields: valueTypes.map((type) => appFieldSchema.parse({ name: type, label: type, type })) };
  const items = valueTypes.map((type) => ({ name: type, label: type, field: type }));
  const trigger = triggerSchema.parse({ name: 'all', label: 'All', items });
  const sample = samplePayload(app, trigger);
  assert.deepEqual(Object.keys(sample), [...valueTypes]);
  assert.deepEqual(checkItems(app, trigger, sample), { ok: true, items: sample });

  const told = triggerSchema.parse({
    ...trigger,
    items: [{ name: 'number', label: 'N', field: 'number', example: 7 }],
  });
  assert.deepEqual(samplePayload(app, told), { number: 7 });
});
