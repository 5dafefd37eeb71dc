// What JSONPath picks, and that no query can hold the thread.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json } from '@bellwire/model/json.ts';
import * as fc from 'fast-check';
import type { JsonPath } from './json-path.ts';
import { compileJsonPath } from './json-path.ts';

const shop: Json = {
  items: [
    { sku: 'a-1', price: 5 },
    { sku: 'b-2', price: 20, note: 'x' },
  ],
  'odd key': { '}}': 1 },
};

const many: Json = Array.from({ length: 2_000 }, (_, index) => ({ n: index, text: 'a'.repeat(50) }));

describe('a JSONPath', () => {
  test('picks one value where it can name only one, else the list of all', () => {
    deepEqual(compiled('$.items[0].price').pick(shop), { ok: true, value: 5 });
    deepEqual(compiled('$["odd key"]["}}"]').pick(shop), { ok: true, value: 1 });
    deepEqual(compiled('$.items[0].gone').pick(shop), { ok: true, value: undefined });
    deepEqual(compiled('$.items[*].price').pick(shop), { ok: true, value: [5, 20] });
    deepEqual(compiled('$.items[?@.price > 100]').pick(shop), { ok: true, value: [] });
    deepEqual(compiled('$').pick(shop), { ok: true, value: shop });
  });

  test('gives the first or all matches when asked', () => {
    deepEqual(compiled('$..sku').first(shop), { ok: true, value: 'a-1' });
    deepEqual(compiled('$.items[0].sku').all(shop), { ok: true, value: ['a-1'] });
    deepEqual(compiled('$..gone').first(shop), { ok: true, value: undefined });
  });

  test('goes into text that holds JSON', () => {
    deepEqual(compiled('$.a[1]').pick('{"a":[1,2]}'), { ok: true, value: 2 });
    deepEqual(compiled('$.a').pick('no json'), { ok: true, value: undefined });
  });
});

describe('a JSONPath from outside', () => {
  test('matches patterns', () => {
    deepEqual(compiled('$.items[?match(@.sku, "[a-z]-[0-9]")].price').pick(shop), {
      ok: true,
      value: [5, 20],
    });
    deepEqual(compiled('$.items[?search(@.sku, "[2-9]")].price').pick(shop), { ok: true, value: [20] });
    deepEqual(compiled('$.items[?match(@.sku, "(")].price').pick(shop), { ok: true, value: [] });
  });

  test('reads own properties only', () => {
    for (const key of ['constructor', '__proto__', 'toString']) {
      deepEqual(compiled(`$.${key}`).pick({ a: 1 }), { ok: true, value: undefined });
    }
  });

  test('that does not parse is a problem with its place', () => {
    for (const [text, at] of [
      ['$.a[', 4],
      ['a', 0],
      ['$.a[?foo(@)]', 5],
      ['', 0],
    ] as const) {
      const answer = compileJsonPath(text);
      ok(!answer.ok, text);
      equal(answer.problem.at, at, text);
      match(answer.problem.says, /does not parse/);
    }
  });
});

describe('the limits of JSONPath', () => {
  test('stop queries whose work explodes', () => {
    const bombs = [
      '$[?count($[*]) > 0]',
      '$[?count($[?count($[*]) > 0]) > 0]',
      '$[*,*,*,*,*,*,*,*]["n","n","n","n","n","n","n","n"]',
      '$..[*,*]..[*,*]..[*,*]..[*,*]',
      '$[?search($[0].text, "(a*)*(a*)*(a*)*b")]',
    ];
    for (const bomb of bombs) {
      const answer = compiled(bomb).all(many);
      match(answer.ok ? '' : answer.says, /more than 100000 values/, bomb);
    }
  });

  test('let large lists and honest queries through', () => {
    const answer = compiled('$[?@.n >= 1990].n').all(many);
    deepEqual(answer, { ok: true, value: [1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999] });
    deepEqual(compiled('$..n').first(many), { ok: true, value: 0 });
  });
});

describe('bombs of JSONPath', () => {
  test('of depth and of length are refused', () => {
    let deep: Json = 1;
    for (let level = 0; level < 5_000; level++) deep = [deep];
    equal(compiled('$..a').all(deep).ok, false);
    equal(compileJsonPath(`$${'.a'.repeat(1_000)}`).ok, false);
    equal(compileJsonPath(`$[?${'('.repeat(900)}`).ok, false);
  });
});

describe('random texts', () => {
  test('are compiled or refused as JSONPath, and never throw', () => {
    const pieces = [...`$ . .. [ ] * ? @ ( ) " ' a 0 -1 : , == && || ! match length count`.split(' '), ' '];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 2 })), { maxLength: 20 }),
        (parts) => {
          const answer = compileJsonPath(`$${parts.join('')}`);
          if (answer.ok) answer.jsonPath.pick(shop);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

function compiled(text: string): JsonPath {
  const answer = compileJsonPath(text);
  ok(answer.ok, JSON.stringify(answer));
  return answer.jsonPath;
}
