import { deepEqual, equal, match } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueTypes } from '@bellwire/model/value-type.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import type { Json } from '@bellwire/model/json.ts';
import fc from 'fast-check';
import { coerce } from './value.ts';

const TAKEN: [ValueType, Json, Json][] = [
  ['text', 'a', 'a'],
  ['text', 12.5, '12.5'],
  ['text', false, 'false'],
  ['text', { a: [1] }, '{"a":[1]}'],
  ['text', null, null],
  ['number', ' 12.50 ', 12.5],
  ['number', '-1e3', -1000],
  ['number', '.5', 0.5],
  ['number', true, 1],
  ['number', '  ', null],
  ['boolean', 'No', false],
  ['boolean', 'false', false],
  ['boolean', 0, false],
  ['boolean', '0', false],
  ['boolean', ' ', false],
  ['boolean', null, false],
  ['boolean', 'off', true],
  ['boolean', [], true],
  ['date', '2026-01-31', '2026-01-31'],
  ['date', '2026-01-31T23:30:00-02:00', '2026-02-01'],
  ['date', '2024-02-29 10:00:00', '2024-02-29'],
  ['datetime', '2026-01-31 18:00:00', '2026-01-31T18:00:00.000Z'],
  ['datetime', '2026-01-31T18:00:00.123456+02:00', '2026-01-31T16:00:00.123Z'],
  ['datetime', '2026-01-31T18:00Z', '2026-01-31T18:00:00.000Z'],
  ['datetime', '2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['datetime', '', null],
  ['json', '[1,{"a":2}]', [1, { a: 2 }]],
  ['json', { a: 1 }, { a: 1 }],
  ['json', '', null],
];

const REFUSED: [ValueType, Json, RegExp][] = [
  ['number', 'twelve', /must be a number like 12\.5, but is "twelve"/],
  ['number', '1,234', /number/],
  ['number', '0x1F', /number/],
  ['number', 'Infinity', /number/],
  ['number', '1e999', /number/],
  ['number', [1], /but is a list/],
  ['date', '2026-02-30', /must be a date like 2026-01-31, but is "2026-02-30"/],
  ['date', '31.01.2026', /date/],
  ['date', '1', /date/],
  ['date', 20260131, /date/],
  ['datetime', '2026-01-31 25:00:00', /date and time like/],
  ['datetime', '2026-01-31T10:00:00+99:00', /date and time like/],
  ['json', '{a:1}', /not valid JSON/],
];

describe('coerce', () => {
  for (const [type, from, to] of TAKEN) {
    test(`reads ${JSON.stringify(from)} as ${type} ${JSON.stringify(to)}`, () => {
      deepEqual(coerce(from, type), { ok: true, value: to });
    });
  }

  for (const [type, from, words] of REFUSED) {
    test(`refuses ${JSON.stringify(from)} as ${type} and says why`, () => {
      const answer = coerce(from, type);
      equal(answer.ok, false);
      match(answer.ok ? '' : answer.says, words);
    });
  }

  test('does not change a value that it has once read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...valueTypes), (value, type) => {
        const once = coerce(asJson(value), type);
        if (!once.ok || (typeof once.value === 'string' && type === 'json')) return;
        deepEqual(coerce(once.value, type), once);
      }),
    );
  });

  test('answers a long text of digits at once', () => {
    equal(coerce(`${'1'.repeat(250_000)}x`, 'number').ok, false);
  });
});

/** fast-check types its JSON values more loosely than they are. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
