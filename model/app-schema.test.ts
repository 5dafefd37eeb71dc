// Tests of the published JSON Schema of apps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from './app.ts';
import { appJsonSchema } from './app-schema.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { testStepTypes } from './testing/step-types.ts';

const schema = appJsonSchema(testStepTypes);

function at(...path: string[]): JsonObject {
  let value: Json | undefined = schema;
  for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
  assert.ok(isJsonObject(value), path.join('.'));
  return value;
}

test('says what it is, and asks for no more than what has no default', () => {
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(schema.$id, 'urn:bellwire:app:1');
  assert.deepEqual(schema.required, ['format', 'name', 'label']);
  assert.deepEqual(Object.keys(at('properties')), Object.keys(appSchema.shape));
});

test('each property has a title, and what is not plain from its name a description', () => {
  assert.equal(at('properties', 'oneTimeUrls').title, 'One time urls');
  assert.equal(
    at('properties', 'triggers', 'items', 'properties', 'items', 'items', 'properties', 'field').description,
    'The app field whose value is sent; the item has its type.',
  );
});

test('the settings of a step follow from its type, for the types that may stand in an app', () => {
  const { allOf } = at('properties', 'flows', 'items', 'properties', 'steps', 'items');
  assert.ok(Array.isArray(allOf));
  const [types, ...rules] = allOf;
  const names = testStepTypes.filter(({ sides }) => sides.includes('app')).map(({ name }) => name);
  assert.deepEqual(types, { properties: { type: { enum: names } } });
  assert.ok(!names.includes('say'));
  const wait = rules[names.indexOf('wait')];
  assert.deepEqual(isJsonObject(wait) ? wait.if : undefined, { properties: { type: { const: 'wait' } } });
  assert.match(
    JSON.stringify(wait),
    /"settings":\{"type":"object","properties":\{"minutes":\{"title":"Minutes"/,
  );
});

test('nothing in it refers to a definition that is not there', () => {
  assert.doesNotMatch(JSON.stringify(schema), /"\$ref"|"\$defs"/);
});
