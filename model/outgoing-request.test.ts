// Tests that the schema of a request and its form say the same.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { jsonObject } from './json.ts';
import { outgoingRequestSchema } from './outgoing-request.ts';
import { requestFields } from './outgoing-request-fields.ts';
import { readSettings } from './settings/kinds.ts';

test('the form asks for all that the schema knows, in its order', () => {
  deepEqual(Object.keys(requestFields), Object.keys(outgoingRequestSchema.shape));
});

test('a request that says only its address reads the same by the form as with every default of the schema', () => {
  const url = 'https://api.example.com';
  const filledIn = jsonObject(outgoingRequestSchema.parse({ url }));
  deepEqual(readSettings(requestFields, filledIn), readSettings(requestFields, { url }));
});

test('every choice of the form is one of the schema, and the other way round', () => {
  for (const [name, field] of Object.entries(requestFields)) {
    if (field.kind !== 'choice') continue;
    for (const { value } of field.options) {
      const parsed = outgoingRequestSchema.safeParse({ url: 'https://a.example', [name]: value });
      equal(parsed.success, true, `${name}: ${value}`);
    }
    const odd = outgoingRequestSchema.safeParse({ url: 'https://a.example', [name]: 'else' });
    equal(odd.success, false, name);
  }
});
