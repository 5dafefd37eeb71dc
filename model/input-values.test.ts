// Tests of reading a filled-in form: exact types, defaults, and words that never repeat a secret.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputSchema, type Input } from './input.ts';
import { readInputs } from './input-values.ts';
import type { Json, JsonObject } from './json.ts';

function input(over: Partial<Input> = {}): Input {
  return inputSchema.parse({ name: 'it', type: 'string', title: 'It', ...over });
}

function read(inputs: readonly Input[], given: JsonObject): JsonObject | string {
  const reading = readInputs(inputs, given);
  return reading.ok
    ? reading.values
    : reading.complaints.map(({ path, says }) => `${path.join('.')}: ${says}`).join('\n');
}

const taken: readonly (readonly [Partial<Input>, Json, Json])[] = [
  [{ type: 'string' }, ' one\n  two ', 'one two'],
  [{ type: 'text' }, ' one\n two', ' one\n two'],
  [{ type: 'number' }, 12.5, 12.5],
  [{ type: 'number' }, 0, 0],
  [{ type: 'checkbox' }, false, false],
  [{ type: 'select', source: 'cities' }, 'berlin', 'berlin'],
  [{ type: 'string', required: false }, '', null],
  [{ type: 'string', required: false, default: 'test' }, null, 'test'],
  [{ type: 'string', default: 'test' }, '  ', 'test'],
  [{ type: 'checkbox', default: true }, null, true],
];
for (const [over, given, gives] of taken) {
  test(`${JSON.stringify(over)} takes ${JSON.stringify(given)} as ${JSON.stringify(gives)}`, () => {
    assert.deepEqual(read([input(over)], { it: given }), { it: gives });
  });
}

const refused: readonly (readonly [Partial<Input>, Json, RegExp])[] = [
  [{}, '', /^it: It is missing\. Fill it in\.$/],
  [{}, 7, /^it: It is 7, but a text is expected\.$/],
  [{ type: 'number' }, '12', /^it: It is "12", but a number such as 12\.5, without quotes/],
  [{ type: 'checkbox' }, 'yes', /true or false/],
  [{ maxLength: 3 }, 'four', /has 4 characters; at most 3/],
  [{}, 'x'.repeat(65_537), /at most 65536/],
];
for (const [over, given, words] of refused) {
  test(`${JSON.stringify(over)} refuses ${JSON.stringify(given).slice(0, 40)}`, () => {
    assert.match(String(read([input(over)], { it: given })), words);
  });
}

test('a checkbox that is not sent is not ticked, and never missing', () => {
  assert.deepEqual(read([input({ type: 'checkbox' })], {}), { it: null });
});

test('an unknown name is refused with the nearest known one; names of an object are no inputs', () => {
  assert.match(
    String(read([input()], { it: 'x', itt: 'y' })),
    /itt: There is no input "itt" here\. Did you mean "it"\?/,
  );
  assert.match(String(read([input({ name: 'constructor', title: 'C' })], {})), /C is missing/);
});

test('the words about a secret do not repeat it', () => {
  const says = String(read([input({ secret: true, type: 'number' })], { it: 'sk_live_1' }));
  assert.ok(!says.includes('sk_live_1'), says);
});
