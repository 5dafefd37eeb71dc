// The OpenAPI document names every operation, and is whole in itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@bellwire/model/json.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import { operationNames, operationOf } from '@bellwire/model/operations/all.ts';
import { problems } from '@bellwire/model/problem.ts';
import { streamNames, streamOf } from '@bellwire/model/streams.ts';
import { openApiDocument } from './openapi.ts';

const document = openApiDocument('https://bellwire.example');

test('every operation is in the document, at its path and method, and nothing else is', () => {
  const described = Object.entries(objectAt(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(asObject(methods)).map(
      ([method, told]) => `${method} ${path} ${String(asObject(told)['operationId'])}`,
    ),
  );
  const declared = operationNames.map((name) => {
    const { method, path } = operationOf(name);
    return `${method.toLowerCase()} ${path} ${name}`;
  });
  const followed = streamNames.map((name) => `get ${streamOf(name).path} ${name}`);
  assert.deepEqual(described.toSorted(), [...declared, ...followed].toSorted());
});

test('every reference inside the document leads to something', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
    ([, reference = '']) => reference,
  );
  assert.ok(references.length > operationNames.length);
  for (const reference of new Set(references)) {
    assert.match(reference, /^#\/components\//, reference);
    const [, ...steps] = reference.split('/');
    const target = steps.reduce<unknown>((at, step) => (isJsonObject(at) ? at[step] : undefined), document);
    assert.ok(isJsonObject(target), reference);
  }
});

test('no schema brings a dialect or parts of its own along', () => {
  assert.doesNotMatch(JSON.stringify(document), /"\$defs"|"\$schema"/);
});

for (const name of operationNames) {
  const { path, method, input, status = 200, problems: declared = [], scope } = operationOf(name);
  const told = objectAt(document, 'paths', path, method.toLowerCase());

  test(`${name}: each field of its input is said once, in the path, the query or the body`, () => {
    const parameters = Array.isArray(told['parameters']) ? told['parameters'].map(asObject) : [];
    const named = parameters.flatMap((one) => (typeof one['name'] === 'string' ? [one['name']] : []));
    const body = told['requestBody'] === undefined ? {} : bodyProperties(told);
    assert.deepEqual([...named, ...Object.keys(body)].toSorted(), Object.keys(input.shape).toSorted());
    const inPath = parameters.filter((one) => one['in'] === 'path').map((one) => `{${String(one['name'])}}`);
    assert.deepEqual(inPath, path.match(/\{\w+\}/g) ?? []);
  });

  test(`${name}: its success and each problem it declares are among the answers`, () => {
    const answers = Object.keys(objectAt(told, 'responses'));
    const statuses = [status, ...declared.map((code) => problems[code].status), 500, 503].map(String);
    for (const expected of statuses) assert.ok(answers.includes(expected), expected);
    assert.deepEqual(told['x-scopes'], scope === undefined ? [] : [scope]);
  });
}

function bodyProperties(told: JsonObject): JsonObject {
  return objectAt(told, 'requestBody', 'content', 'application/json', 'schema', 'properties');
}

function objectAt(from: JsonObject, ...steps: string[]): JsonObject {
  return steps.reduce<JsonObject>((at, step) => asObject(at[step]), from);
}

function asObject(value: unknown): JsonObject {
  assert.ok(isJsonObject(value));
  return value;
}
