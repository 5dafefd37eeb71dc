// What is JSON here and what is not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ProblemError } from '@bellwire/model/problem.ts';
import { deepestJson, parseStrictJson } from './strict-json.ts';

const read = (text: string) => parseStrictJson(new TextEncoder().encode(text));

const broken = [
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  "{'a':1}",
  '{a:1}',
  '[1 2]',
  '[01]',
  '[+1]',
  '[.5]',
  '[1.]',
  '[0x1]',
  '[NaN]',
  '[Infinity]',
  '["\t"]',
  '["\\x41"]',
  '"',
  'nul',
  '{}{}',
  '[1]//',
  '/**/[1]',
  '\u00a0[1]',
  '{"a" "b"}',
  '{"a":"b"',
  '[undefined]',
];

for (const text of broken) {
  test(`${JSON.stringify(text)} is no JSON`, () => {
    assert.throws(() => read(text), problem('bad-json'));
  });
}

test('bytes that are not UTF-8 are refused: overlong forms, halves of characters, other encodings', () => {
  for (const bytes of [
    [0x22, 0xc0, 0xaf, 0x22],
    [0x22, 0xe2, 0x82, 0x22],
    [0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
  ]) {
    assert.throws(() => parseStrictJson(Uint8Array.from(bytes)), problem('bad-json'));
  }
});

test(`${deepestJson} levels are read, one more is refused, and a bomb of a million ends as soon`, () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  assert.doesNotThrow(() => read(nested(deepestJson)));
  assert.throws(() => read(nested(deepestJson + 1)), problem('bad-json'));
  assert.throws(() => read(`{"a":${nested(500_000)}}`), problem('bad-json'));
});

test('text that the database cannot keep is complained about where it stands', () => {
  const cases: [string, (string | number)[]][] = [
    ['{"a":["x","\\u0000"]}', ['a', 1]],
    ['{"a":{"\\u0000":1}}', ['a']],
    ['{"a":"\\ud800"}', ['a']],
    ['{"a":"\\udc00\\ud800"}', ['a']],
    ['{"a":1e400}', ['a']],
  ];
  for (const [text, path] of cases) {
    assert.throws(
      () => read(text),
      (error) =>
        error instanceof ProblemError &&
        error.code === 'bad-input' &&
        assert.deepEqual(error.complaints[0]?.path, path) === undefined,
      text,
    );
  }
});

test('keys that would reach a prototype are dropped, at every depth', () => {
  const value = read('{"__proto__":{"admin":true},"a":[{"__proto__":1,"b":2}]}');
  assert.deepEqual(value, { a: [{ b: 2 }] });
  assert.equal(Object.hasOwn(Object(value), '__proto__'), false);
});

test('every other JSON value is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!text.includes('__proto__') && !text.includes('\\u0000') && !/\\ud[89a-f]/.test(text));
      assert.deepEqual(read(text), JSON.parse(text));
    }),
  );
});

test('whatever the bytes, the answer is a value or a problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        parseStrictJson(bytes);
      } catch (error) {
        assert.ok(error instanceof ProblemError);
      }
    }),
  );
});

function problem(code: string): (error: unknown) => boolean {
  return (error) => error instanceof ProblemError && error.code === code;
}
