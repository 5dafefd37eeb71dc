// Untrusted JSON: what is dropped, what is refused, what is out of reach.
import { deepEqual, equal, match } from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { isWithinLevels, MOST_LEVELS, ownValue, parseJson } from './json.ts';
import type { Json } from './json.ts';

describe('parseJson', () => {
  test('drops keys that reach a prototype, at every level and however they are written', () => {
    const text =
      '{"a":[{"__proto__":{"x":1},"b":2}],"\\u005f_proto__":{"prototype":{"x":1}},"c":{"prototype":3}}';
    deepEqual(parseJson(text), { ok: true, value: { a: [{ b: 2 }], c: {} } });
    equal(Reflect.get({}, 'x'), undefined);
  });

  test('takes back whatever was written, and answers any text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        if (!/proto|constructor/.test(text))
          equal(JSON.stringify(parsedValue(text)), JSON.stringify(JSON.parse(text)));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => typeof parseJson(text).ok === 'boolean'));
  });

  test('refuses what is no JSON and what nests too deep, with words', () => {
    const broken = parseJson('{a');
    match(broken.ok ? '' : broken.says, /not valid JSON/);
    const levels = (count: number): string => '['.repeat(count) + ']'.repeat(count);
    equal(parseJson(levels(MOST_LEVELS)).ok, true);
    const deep = parseJson(levels(200_000));
    match(deep.ok ? '' : deep.says, /deeper than 100 levels/);
  });
});

describe('ownValue', () => {
  test('reads own properties and elements only', () => {
    const value: Json = { list: [1], text: 'abc' };
    deepEqual(ownValue(value, 'list'), [1]);
    equal(ownValue([1, 2], 1), 2);
    for (const key of ['constructor', '__proto__', 'toString']) equal(ownValue(value, key), undefined);
    equal(ownValue([1], 'length'), undefined);
    equal(ownValue('abc', 0), undefined);
    equal(ownValue(null, 'a'), undefined);
    equal(ownValue({ ['__proto__']: 1 }, '__proto__'), undefined);
  });
});

test('isWithinLevels counts lists and objects alike', () => {
  equal(isWithinLevels([{ a: 1 }], 2), true);
  equal(isWithinLevels([{ a: [] }], 2), false);
  equal(isWithinLevels('x', 0), true);
});

function parsedValue(text: string): Json | undefined {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : undefined;
}
