// Tests of the JSON reader that knows places.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readJsonText } from './json-text.ts';

const refused = (text: string) => {
  const read = readJsonText(text);
  return read.ok ? 'read' : `${read.place.line}:${read.place.column} ${read.says}`;
};

test('reads what JSON.parse reads, to the same value', () => {
  const plain = fc
    .json({ noUnicodeString: false })
    .filter((text) => !/\\u0000|\\ud|__proto__|constructor|prototype/i.test(text));
  const property = fc.property(plain, fc.constantFrom(undefined, 2, '\t'), (text, spaces) => {
    const written = JSON.stringify(JSON.parse(text), null, spaces);
    const read = readJsonText(written);
    assert.deepEqual(read.ok ? read.value : read, JSON.parse(written));
  });
  fc.assert(property, { numRuns: 300 });
});

test('refuses what JSON.parse refuses', () => {
  const property = fc.property(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', ',', '}', '"', '\\', '1', 'e', '-', '.', '\n'),
    (text, at, put) => {
      const place = at % (text.length + 1);
      const broken = text.slice(0, place) + put + text.slice(place + 1);
      const read = readJsonText(broken);
      if (read.ok) assert.deepEqual(read.value, JSON.parse(broken));
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

test('the words say what is wrong at which line and column', () => {
  assert.equal(refused('{\n  "a": 1,\n}'), '2:9 There is a comma after the last entry. Remove it.');
  assert.equal(refused('{ "a" 1 }'), '1:7 A colon is expected after the key "a", but there is "1".');
  assert.equal(refused('[1 2]'), '1:4 A comma or ] is expected here, but there is "2".');
  assert.equal(
    refused("{'a': 1}"),
    '1:2 A key in double quotes is expected here, but there is "\'a\'". Texts have double quotes.',
  );
  assert.equal(
    refused('// hi\n{}'),
    '1:1 A value is expected here, but there is "//". JSON has no comments.',
  );
  assert.equal(refused('{"a": tru}'), '1:7 A value is expected here, but there is "tru".');
  assert.equal(
    refused('{"a": "x\n"}'),
    '1:7 This text has no closing quote on its line. Close it, and write \\n for a line break.',
  );
  assert.match(refused('["\\d"]'), /^1:2 This text has a backslash .* that JSON does not know\./);
  assert.equal(refused('{} x'), '1:4 The JSON value ends here, but "x" follows. Remove it.');
  assert.equal(refused(''), '1:1 A value is expected here, but there is nothing more.');
});

test('what would come back as something else is refused', () => {
  assert.equal(
    refused('{"a": 1,\n"a": 2}'),
    '2:1 The key "a" stands twice in this object. Remove one of the two.',
  );
  assert.match(refused('[12345678901234567890]'), /^1:2 The number 12345678901234567890 has more digits/);
  assert.match(refused('[1e999]'), /^1:2 The number 1e999 is too large\./);
  assert.match(refused('{"__proto__": 1}'), /^1:2 The key "__proto__" cannot be kept/);
  assert.match(refused('["a\\u0000"]'), /^1:2 This text contains the character U\+0000/);
  assert.match(refused('["\\ud800"]'), /^1:2 This text contains half of a surrogate pair/);
});

test('a bomb of brackets, quotes or spaces is refused in a moment', () => {
  assert.match(refused('['.repeat(1_000_000)), /^1:102 This is nested more than 100 levels deep/);
  assert.match(refused('{"a":'.repeat(1_000_000)), /nested more than 100 levels/);
  assert.match(refused(`"${'\\"'.repeat(1_000_000)}`), /no closing quote/);
  assert.match(refused(`[${' '.repeat(1_000_000)}`), /nothing more/);
});

test('the place of each entry is right in a text of many lines', () => {
  const property = fc.property(fc.integer({ min: 1, max: 70 }), (count) => {
    const read = readJsonText(
      JSON.stringify(
        Array.from({ length: count }, () => 1),
        null,
        2,
      ),
    );
    assert.ok(read.ok);
    for (let index = 0; index < count; index++)
      assert.deepEqual(read.placeOf([index]), { line: index + 2, column: 3 });
  });
  fc.assert(property);
});

test('places of keys, entries and what is missing are told', () => {
  const read = readJsonText('{\n  "a": [10,\n    { "b": true }]\n}');
  assert.ok(read.ok);
  assert.deepEqual(read.placeOf(['a', 1, 'b']), { line: 3, column: 7 });
  assert.deepEqual(read.placeOf(['a', 0]), { line: 2, column: 9 });
  assert.deepEqual(read.placeOf(['a', 1, 'gone', 'deep']), { line: 3, column: 5 });
  assert.deepEqual(read.placeOf([]), { line: 1, column: 1 });
});
