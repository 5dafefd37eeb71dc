// Tests of mentions: that none is forgotten, and that a rename touches nothing else in a text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { appSchema } from '../app.ts';
import { isJsonObject, type Json } from '../json.ts';
import { testStepTypes } from '../testing/step-types.ts';
import { mentionsIn, swapMentions } from './app-mentions.ts';
import { namePlaces, templatePlaces } from './app-places.ts';
import { swapInPath, swapInTemplate } from './template-names.ts';

const rename = (text: string) => swapInTemplate(text, 'app', (name) => (name === 'sum' ? 'total' : name));

test('every way to write the path of a field is renamed', () => {
  assert.equal(
    rename('{{app.sum}} {{ app["sum"] | money: "EUR" }}'),
    '{{app.total}} {{ app.total | money: "EUR" }}',
  );
  assert.equal(
    rename("{{app['sum'].net}}{{app.sum[0]}}{{app.sum:$.a}}"),
    '{{app.total.net}}{{app.total[0]}}{{app.total:$.a}}',
  );
  assert.equal(rename('{{a | plus: app.sum}}'), '{{a | plus: app.total}}');
  assert.equal(rename('\\\\{{app.sum}}'), '\\\\{{app.total}}');
  assert.equal(rename('{{"}}" | join: app.sum}}'), '{{"}}" | join: app.total}}');
});

test('names with hyphens are whole names', () => {
  assert.equal(
    swapInTemplate('{{app.sum}} {{app.sum-net}}', 'app', (name) => `${name}-2`),
    '{{app.sum-2}} {{app.sum-net-2}}',
  );
  assert.equal(
    swapInPath('app["order-id"]', 'app', () => 'id'),
    'app.id',
  );
});

test('what only looks like the path of the field stays', () => {
  const untouched = [
    'app.sum',
    '\\{{app.sum}}',
    '{{app.sums}}',
    '{{app.sumé}}',
    '{{app.sum-net}}',
    '{{my-app.sum}}',
    '{{apps.sum}}',
    '{{order.app.sum}}',
    '{{user.sum}}',
    '{{a | default: "app.sum"}}',
    "{{a | default: 'it\\'s app.sum'}}",
    '{{app.sum',
    '{{"app.sum}}',
  ];
  for (const text of untouched) assert.equal(rename(text), text);
});

test('texts made to be slow are passed in a moment', () => {
  for (const text of [
    '{{'.repeat(500_000),
    `{{${'"\\'.repeat(500_000)}`,
    '\\'.repeat(1_000_000),
    `{{${'app.'.repeat(250_000)}}}`,
  ]) {
    assert.ok(rename(text) === text);
  }
});

test('the settings of steps are searched by what their settings are', () => {
  const app = appSchema.parse({
    format: 'bellwire.app/1',
    name: 'pay',
    label: 'Pay',
    flows: [
      {
        name: 'main',
        label: 'Main',
        start: 's1',
        steps: [
          { id: 's1', type: 'fire', settings: { trigger: 'paid' }, exits: {} },
          { id: 's2', type: 'set', settings: { field: 'app.sum', value: ['{{app.sum}}'] }, exits: {} },
          {
            id: 's3',
            type: 'check',
            settings: {
              when: { match: 'all', clauses: [{ field: 'app.sum', operator: 'is', value: '{{app.sum}}' }] },
            },
            exits: {},
          },
          {
            id: 's4',
            type: 'request',
            settings: {
              url: '{{app.sum}}',
              path: '{{app.sum}}',
              headers: [{ name: 'a', value: '{{app.sum}}' }],
            },
            exits: {},
          },
          { id: 's5', type: 'nobody-knows', settings: { any: { text: '{{app.sum}}' } }, exits: {} },
          { id: 's6', type: 'run-flow', settings: { flow: 'main' }, exits: {} },
        ],
      },
    ],
  });
  const found = mentionsIn(app, testStepTypes).map(
    ({ part, name, path }) => `${part}.${name} at ${path.slice(3).join('.')}`,
  );
  assert.deepEqual(found, [
    'triggers.paid at 0.settings.trigger',
    'fields.sum at 1.settings.field',
    'fields.sum at 1.settings.value.0',
    'fields.sum at 2.settings.when.clauses.0.field',
    'fields.sum at 2.settings.when.clauses.0.value',
    'fields.sum at 3.settings.url',
    'fields.sum at 3.settings.headers.0.value',
    'fields.sum at 4.settings.any.text',
    'flows.main at 5.settings.flow',
  ]);
  const swapped = swapMentions(app, testStepTypes, ({ part }) => (part === 'triggers' ? 'settled' : 'total'));
  assert.deepEqual(swapped.data?.flows[0]?.steps[0]?.settings, { trigger: 'settled' });
  assert.deepEqual(swapped.data?.flows[0]?.steps[1]?.settings, {
    field: 'app.total',
    value: ['{{app.total}}'],
  });
});

test('no key of the schema that names a part, and no request, is missing from the list of places', () => {
  const found: string[] = [];
  walk(z.toJSONSchema(appSchema, { io: 'input' }), [], (path, key) => {
    if (['field', 'saveTo', 'flow', 'source'].includes(key)) found.push([...path, key].join('.'));
    if (key === 'url') found.push([...path, '**'].join('.'));
  });
  const listed = [...namePlaces.map(({ at }) => at), ...templatePlaces].map((at) => at.join('.'));
  for (const place of found) assert.ok(listed.includes(place), `${place} is not in the list of places`);
  assert.ok(found.length >= listed.length - 1);
});

/** Goes through the properties of a JSON Schema, with `*` for the entries of a list. */
function walk(schema: unknown, path: string[], meet: (path: string[], key: string) => void): void {
  if (!isJsonObject(schema)) return;
  const { properties, items, oneOf, anyOf } = schema;
  if (isJsonObject(properties)) {
    for (const [key, inner] of Object.entries(properties)) {
      meet(path, key);
      walk(inner, [...path, key], meet);
    }
  }
  if (items !== undefined) walk(items, [...path, '*'], meet);
  for (const option of [...listOf(oneOf), ...listOf(anyOf)]) walk(option, path, meet);
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
