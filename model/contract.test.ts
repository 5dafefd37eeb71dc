// Tests of trigger contracts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from './app.ts';
import { checkItems, compileContract, MOST_BYTES_OF_ITEMS, triggerContract } from './contract.ts';
import type { Json, JsonObject } from './json.ts';
import { valueTypes } from './value-type.ts';

const app = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  fields: valueTypes.map((type) => ({ name: `${type}_field`, label: type, type })),
  triggers: [
    {
      name: 'paid',
      label: 'Paid',
      items: valueTypes.map((type) => ({
        name: type,
        label: type,
        field: `${type}_field`,
        required: type === 'number',
      })),
    },
    { name: 'packed', label: 'Packed', items: [{ name: 'all', label: 'All', field: 'json_field' }] },
  ],
});
const [paid, packed] = app.triggers;
assert.ok(paid && packed);

const complaintsOf = (items: JsonObject, trigger = paid) => {
  const checked = checkItems(app, trigger, items);
  return checked.ok ? [] : checked.complaints.map(({ path, says }) => `${path.join('.')}: ${says}`);
};

test('items of the declared types are taken, as they are', () => {
  const items = {
    number: 12.5,
    text: '',
    boolean: false,
    date: '2028-02-29',
    datetime: '2026-01-31T18:00:00.5+05:30',
    json: [{ a: 1 }],
  };
  assert.deepEqual(checkItems(app, paid, items), { ok: true, items });
});

test('nothing is converted: a value of another type is refused with words that name the item and what is expected', () => {
  const wrong: [string, Json][] = [
    ['number', '12.5'],
    ['number', true],
    ['text', 5],
    ['boolean', 'true'],
    ['boolean', 1],
    ['date', '2026-02-29'],
    ['date', '2026-01-31T18:00:00Z'],
    ['datetime', '2026-01-31T18:00:00'],
    ['datetime', '2026-01-31'],
    ['text', { a: 1 }],
  ];
  for (const [name, value] of wrong) {
    const [first, second] = complaintsOf({ number: 1, [name]: value });
    assert.match(first ?? '', new RegExp(`^${name}: The item "${name}" is .* is expected\\.$`));
    assert.equal(second, undefined);
  }
  assert.deepEqual(complaintsOf({ number: '12.5' }), [
    'number: The item "number" is "12.5", but a number such as 12.5, without quotes is expected.',
  ]);
});

test('an optional item may be left out or null, a required one may not', () => {
  assert.deepEqual(complaintsOf({ number: 1, text: null, json: null }), []);
  assert.match(
    complaintsOf({})[0] ?? '',
    /^number: The item "number" is missing; a number .* make the item optional/,
  );
  assert.match(complaintsOf({ number: null })[0] ?? '', /^number: The item "number" is null/);
});

test('an item that the trigger does not have is refused with the nearest name', () => {
  assert.deepEqual(complaintsOf({ number: 1, txet: 'a' }), [
    'txet: The trigger "paid" has no item "txet". Did you mean "text"?',
  ]);
});

test('names that objects inherit are no items', () => {
  assert.equal(complaintsOf({ number: 1, constructor: 1 }).length, 1);
  assert.equal(complaintsOf(JSON.parse('{"number":1,"__proto__":{"text":"a"}}')).length, 1);
});

test('values that the database cannot hold are refused', () => {
  assert.match(complaintsOf({ number: 1, text: 'a\u0000' })[0] ?? '', /^text: .*U\+0000/);
  assert.match(complaintsOf({ number: 1, text: 'a\ud800' })[0] ?? '', /^text: .*surrogate/);
  assert.match(complaintsOf({ all: { deep: ['\u0000'] } }, packed)[0] ?? '', /^all: .*U\+0000/);
  assert.match(complaintsOf({ all: { '\u0000': 1 } }, packed)[0] ?? '', /^all: .*U\+0000/);
  let deep: Json = 1;
  for (let level = 0; level < 5000; level++) deep = [deep];
  assert.match(complaintsOf({ all: deep }, packed)[0] ?? '', /nested more than 100 levels/);
});

test('items up to 64 KB of JSON in UTF-8 are taken, one byte more is refused', () => {
  const wrapping = JSON.stringify({ all: '' }).length;
  assert.deepEqual(complaintsOf({ all: 'a'.repeat(MOST_BYTES_OF_ITEMS - wrapping) }, packed), []);
  assert.match(
    complaintsOf({ all: 'a'.repeat(MOST_BYTES_OF_ITEMS - wrapping + 1) }, packed)[0] ?? '',
    /65537 bytes of JSON; at most 65536/,
  );
  assert.match(complaintsOf({ all: 'é'.repeat(MOST_BYTES_OF_ITEMS / 2) }, packed)[0] ?? '', /bytes of JSON/);
  assert.match(
    complaintsOf({ all: Array.from({ length: 40_000 }, () => 1) }, packed)[0] ?? '',
    /bytes of JSON/,
  );
});

test('a compiled contract keeps nothing from one call to the next', () => {
  const contract = compileContract(app, paid);
  assert.equal(contract({ number: 'x' }).ok, false);
  assert.equal(contract({ number: 1 }).ok, true);
});

test('the contract reads as JSON Schema', () => {
  assert.deepEqual(triggerContract(app, paid), {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Paid',
    type: 'object',
    properties: {
      text: { title: 'text', type: ['string', 'null'] },
      number: { title: 'number', type: 'number' },
      boolean: { title: 'boolean', type: ['boolean', 'null'] },
      date: { title: 'date', type: ['string', 'null'], format: 'date' },
      datetime: { title: 'datetime', type: ['string', 'null'], format: 'date-time' },
      json: { title: 'json' },
    },
    required: ['number'],
    additionalProperties: false,
  });
});
