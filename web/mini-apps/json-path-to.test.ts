// Paths written for clicked values lead to just those values.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileJsonPath } from '@bellwire/engine/language/json-path.ts';
import { jsonPathTo } from './json-path-to.ts';

const sample = {
  data: [{ 'pay-url': 'a', "it's": 'b', 'back\\slash': 'c', ü: 'd' }],
  plain: 'e',
};

test('a written path leads to the value it was written for', () => {
  const places = [
    [['data', 0, 'pay-url'], 'a'],
    [['data', 0, "it's"], 'b'],
    [['data', 0, 'back\\slash'], 'c'],
    [['data', 0, 'ü'], 'd'],
    [['plain'], 'e'],
  ] as const;
  for (const [path, value] of places) {
    const compiled = compileJsonPath(jsonPathTo(path));
    assert.ok(compiled.ok, jsonPathTo(path));
    assert.deepEqual(compiled.jsonPath.pick(sample), { ok: true, value });
  }
});

test('plain keys are written with a dot', () => {
  assert.equal(jsonPathTo(['data', 0, 'pay_url']), '$.data[0].pay_url');
  assert.equal(jsonPathTo([]), '$');
});
