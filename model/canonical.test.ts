// Tests of the text form of an app.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { appSchema } from './app.ts';
import { canonicalText, parseApp, placeComplaints } from './canonical.ts';
import { isJsonObject, type Json } from './json.ts';
import { anyApp, anyAppInput } from './testing/any-app.ts';

/** What storing in a column of type jsonb does to an object: another order of keys. */
function shuffled(value: Json): Json {
  if (Array.isArray(value)) return value.map(shuffled);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, shuffled(entry)]),
  );
}

/** 10,000 take about 20 seconds: `TEST_APPS=10000 npm test -- model/canonical`. */
const mostApps = Number(process.env['TEST_APPS'] ?? 100);

const problemsOf = (text: string) => {
  const parsed = parseApp(text);
  return parsed.ok
    ? []
    : parsed.complaints.map(({ line, column, path, says }) => `${line}:${column} ${path.join('.')}: ${says}`);
};

test('export of import is the same text, byte for byte', () => {
  fc.assert(
    fc.property(anyApp, (app) => {
      const text = canonicalText(app);
      const parsed = parseApp(text);
      assert.ok(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.complaints));
      assert.equal(canonicalText(parsed.app), text);
    }),
    { numRuns: mostApps },
  );
});

test('the text is the same however the app was written down', () => {
  fc.assert(
    fc.property(anyAppInput, (input) => {
      const text = canonicalText(appSchema.parse(input));
      const other = parseApp(`\uFEFF\r\n ${JSON.stringify(shuffled(JSON.parse(JSON.stringify(input))))}`);
      assert.equal(other.ok ? canonicalText(other.app) : '', text);
    }),
    { numRuns: 100 },
  );
});

test('keys stand in the order of the schema, defaults are written out, and free JSON is sorted', () => {
  const step = {
    id: 's',
    type: 'wait',
    exits: { no: 's', next: 's' },
    settings: { b: { z: 1, a: [] }, a: 2 },
  };
  const app = appSchema.parse({
    label: 'Pay',
    name: 'pay',
    format: 'bellwire.app/1',
    flows: [{ steps: [step], start: 's', label: 'Main', name: 'main' }],
  });
  const text = canonicalText(app);
  assert.deepEqual(Object.keys(JSON.parse(text)).slice(0, 4), ['format', 'name', 'label', 'description']);
  assert.ok(text.includes('"price": {\n    "is": "free"\n  }'));
  assert.ok(!text.includes('logo'));
  assert.equal(
    JSON.stringify(JSON.parse(text).flows[0].steps[0]),
    '{"id":"s","type":"wait","settings":{"a":2,"b":{"a":[],"z":1}},"exits":{"next":"s","no":"s"}}',
  );
  assert.ok(text.endsWith('}\n'));
});

test('an unknown key is refused where it stands, with the nearest known one', () => {
  const text = `{
  "format": "bellwire.app/1",
  "name": "pay",
  "label": "Pay",
  "triggers": [
    { "name": "paid", "lable": "Paid", "about": "" }
  ]
}`;
  assert.deepEqual(problemsOf(text), [
    '6:5 triggers.0.label: "label" is missing: a text is expected here.',
    '6:23 triggers.0.lable: There is no "lable" here. Did you mean "label"?',
  ]);
});

test('what is wrong is told with its place in the app and in the text, in words a person can act on', () => {
  const wrong = {
    'fields.0.type': [
      { name: 'a', label: 'A', type: 'nubmer' },
      /"nubmer", but one of these: text, number, .* is expected here\.$/,
    ],
    'fields.0.label': [
      { name: 'a', label: 5, type: 'text' },
      /^"label" is 5, but a text is expected here\.$/,
    ],
    'fields.0.name': [{ name: 'Order Id', label: 'A', type: 'text' }, /^A name starts with a small letter/],
    'fields.0.folder': [
      { name: 'a', label: 'A', type: 'text', folder: 'x'.repeat(61) },
      /at most 60 characters/,
    ],
    'fields.0': ['amount', /^Entry 1 is "amount", but an object is expected here\.$/],
  } as const;
  for (const [place, [field, words]] of Object.entries(wrong)) {
    const parsed = parseApp(
      JSON.stringify({ format: 'bellwire.app/1', name: 'pay', label: 'Pay', fields: [field] }),
    );
    assert.ok(!parsed.ok);
    assert.equal(parsed.complaints[0]?.path.join('.'), place);
    assert.match(parsed.complaints[0].says, words);
  }
});

test('a form that is none of the possible ones is told at the key that tells them apart', () => {
  const of = (more: object) =>
    problemsOf(JSON.stringify({ format: 'bellwire.app/1', name: 'pay', label: 'Pay', ...more }))[0];
  assert.match(
    of({ auth: { is: 'apiKey' } }) ?? '',
    /auth\.is: "is" is "apiKey", but one of these: none, inputs, oauth2 is expected here\.$/,
  );
  assert.match(
    of({ price: {} }) ?? '',
    /price\.is: "is" is missing: one of these: free, once, monthly is expected here\.$/,
  );
  assert.match(of({ logo: 'logo.png' }) ?? '', /logo: An address that starts with https:\/\/ is expected\.$/);
  assert.match(problemsOf('[]')[0] ?? '', /^1:1 : This is a list, but an object is expected here\.$/);
});

test('findings of the check get their places in the text too', () => {
  const text = '{\n  "label": "Pay",\n  "fields": []\n}';
  const says = 'Anything.';
  assert.deepEqual(
    placeComplaints(text, [
      { path: ['fields'], says },
      { path: ['hosts', 3], says },
    ]),
    [
      { path: ['fields'], says, line: 3, column: 3 },
      { path: ['hosts', 3], says, line: 1, column: 1 },
    ],
  );
});

test('a text that is wrong everywhere is told of its first faults only', () => {
  const fields = Array.from({ length: 400 }, () => 1);
  const parsed = parseApp(
    JSON.stringify({ format: 'bellwire.app/1', name: 'pay', label: 'Pay', fields }, null, 2),
  );
  assert.equal(parsed.ok ? 0 : parsed.complaints.length, 200);
});
