// Tests of imports: what becomes of foreign descriptions, what is told of what cannot be taken over, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { appSchema } from '@bellwire/model/app.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import type { Json } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { mergeApp } from './merge-app.ts';
import { readImport } from './read-import.ts';
import { oneApp, parcelApi } from './test-texts.ts';

const read = (value: Json | string, choose?: string[]) =>
  readImport(typeof value === 'string' ? value : JSON.stringify(value), choose);

const problemsOf = (app: Parameters<typeof checkApp>[0]) =>
  checkApp(app, checkTools).filter(({ level }) => level !== 'warning');

function refusalOf(text: string): string {
  try {
    readImport(text, undefined);
  } catch (error) {
    if (error instanceof ProblemError) return error.complaints[0]?.says ?? '';
    throw error;
  }
  return 'It was taken.';
}

test('a mini-app 1.0 becomes an app that can be published', () => {
  const { app, notes, found } = read(oneApp('http://api.example.com'));
  assert.equal(found, 'mini-app 1.0');
  assert.deepEqual(problemsOf(app), []);
  assert.deepEqual([app.name, app.label, app.hosts], ['twilio_like', 'Twilio-like', ['api.example.com']]);
  assert.deepEqual(
    app.auth.is === 'inputs' ? app.auth.inputs.map(({ name, secret }) => [name, secret]) : [],
    [
      ['account_sid', true],
      ['auth_token', true],
    ],
  );
  const [first, second] = app.flows[0]?.steps ?? [];
  assert.deepEqual([first?.label, first?.exits], ['Get access', { next: 'request_2' }]);
  assert.deepEqual(first?.settings['auth'], 'basic');
  assert.deepEqual(
    [first?.settings['user'], first?.settings['password']],
    ['{{auth.account_sid}}', '{{auth.auth_token}}'],
  );
  assert.equal(second?.settings['token'], '{{app.session}}');
  assert.equal(second?.settings['url'], 'http://api.example.com/accounts/{{auth.account_sid}}/messages');
  assert.equal(
    second?.settings['json'],
    '{"to": "{{app.to}}", "parts": {{app.parts}}, "tags": ["a", "{{app.to}}"]}',
  );
  assert.deepEqual(app.actions[0]?.outputs, [{ name: 'sid', label: 'Sid', field: 'sid' }]);
  assert.deepEqual(
    app.sources.map(({ is, name }) => [is, name]),
    [
      ['static', 'regions'],
      ['dynamic', 'numbers'],
    ],
  );
  for (const words of [/source "broken" was left out/, /"Get access"/, /The block "triggers" was left out/])
    assert.match(notes.join('\n'), words);
});

test('an OpenAPI document in YAML becomes actions with inputs and outputs of its types', () => {
  const { app, found, choices } = read(parcelApi('https://api.parcel.example'));
  assert.equal(found, 'OpenAPI 3.1.0');
  assert.deepEqual(problemsOf(app), []);
  assert.deepEqual(
    choices?.map(({ id, isChosen }) => [id, isChosen]),
    [
      ['GET /parcels/{parcelId}', true],
      ['POST /parcels', true],
    ],
  );
});

test('parameters and the body of an operation are asked for, and its answer comes back', () => {
  const { app } = read(parcelApi('https://api.parcel.example'));
  const [get, create] = app.actions;
  assert.deepEqual(
    get?.inputs.map(({ name, type, required }) => [name, type, required]),
    [
      ['parcel_id', 'string', true],
      ['verbose', 'checkbox', false],
    ],
  );
  assert.deepEqual(
    create?.inputs.map(({ name, type }) => [name, type]),
    [
      ['weight', 'number'],
      ['to_city', 'string'],
      ['to_zip', 'string'],
      ['labels', 'text'],
    ],
  );
  assert.deepEqual(
    create?.outputs.map(({ name }) => name),
    ['id', 'state'],
  );
});

test('a request has the address, the key and the body of its operation', () => {
  const { app } = read(parcelApi('https://api.parcel.example'));
  const [get, create] = app.flows.map(({ steps }) => steps[0]?.settings ?? {});
  assert.equal(get?.['url'], 'https://api.parcel.example/parcels/{{app.parcel_id | url_encode}}');
  assert.deepEqual(
    [create?.['auth'], create?.['keyName'], create?.['key']],
    ['key', 'X-Api-Key', '{{auth.api_key}}'],
  );
  const json = String(create?.['json']);
  assert.match(json, /"weight": \{\{app\.weight\}\}.*"to": \{\s*"city": \{\{app\.to_city\}\}/s);
});

test('only the operations that are chosen are made', () => {
  const { app } = read(parcelApi('https://api.parcel.example'), ['POST /parcels']);
  assert.deepEqual(
    app.actions.map(({ name }) => name),
    ['create_parcel'],
  );
});

test('what is imported into a draft is added to it, under names that are free', () => {
  const draft = appSchema.parse({
    format: 'bellwire.app/1',
    name: 'mine',
    label: 'Mine',
    hosts: ['mine.example'],
    fields: [
      { name: 'weight', label: 'Weight', type: 'text' },
      { name: 'id', label: 'Id', type: 'text' },
    ],
    actions: [{ name: 'create_parcel', label: 'Mine', flow: 'create_parcel' }],
    flows: [{ name: 'create_parcel', label: 'Mine', start: null, steps: [] }],
  });
  const merged = mergeApp(draft, read(parcelApi('https://api.parcel.example')));
  assert.ok(merged.ok);
  assert.deepEqual(
    merged.app.actions.map(({ name, flow }) => [name, flow]),
    [
      ['create_parcel', 'create_parcel'],
      ['get_parcel', 'get_parcel'],
      ['create_parcel_2', 'create_parcel_2'],
    ],
  );
  assert.deepEqual(
    merged.app.fields.filter(({ name }) => /^(id|weight)/.test(name)).map(({ name }) => name),
    ['weight', 'id', 'weight_2'],
  );
  assert.deepEqual([merged.app.label, merged.app.hosts], ['Mine', ['mine.example', 'api.parcel.example']]);
  assert.equal(merged.app.actions[2]?.inputs[0]?.saveTo, 'weight_2');
});

test('a text that is wrong is told with line and column, and a way out', () => {
  assert.match(refusalOf('{\n  "openapi": "3.0.0",,\n}'), /^Line 2, column 2\d: /);
  assert.match(
    refusalOf('openapi: 3.0.0\npaths:\n\t/a: {}\n'),
    /^Line 3, column 1: This is not valid YAML: /,
  );
  assert.match(refusalOf('{"hello": 1}'), /^Line 1, column 1: This is none of what can be imported/);
  assert.match(refusalOf('swagger: "2.0"\npaths: {}'), /^Line 1, column \d+: Only OpenAPI 3 can be read/);
  assert.match(refusalOf('openapi: 3.1.0\ninfo: {}'), /No operation is in this document/);
  const definition = '{\n "format": "bellwire.app/1",\n "name": "A",\n "label": "A"\n}';
  assert.match(refusalOf(definition), /^Line 3, column 2: A name starts with a small letter/);
  assert.match(refusalOf('{"actions": [{"title": "x"}]}'), /^Line 1, column \d+: "name" is missing/);
});

test('bombs are refused before they cost anything', () => {
  const laughs = ['a0: &a0 ["ha", "ha"]'];
  for (let level = 1; level < 12; level++) {
    const twice = Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ');
    laughs.push(`a${level}: &a${level} [${twice}]`);
  }
  const bombs = [
    `openapi: 3.0.0\n${laughs.join('\n')}`,
    `openapi: ${'['.repeat(50_000)}`,
    `openapi:\n  ${'- '.repeat(50_000)}`,
    `a: ${'x'.repeat(1_100_000)}`,
    `{"openapi": "3.0.0", "paths": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  ];
  for (const bomb of bombs) {
    const from = performance.now();
    assert.match(refusalOf(bomb), /^Line \d+, column \d+: .*(Flatten|longer than|anchors)/);
    assert.ok(performance.now() - from < 5_000);
  }
});

test('references that go round in circles, or lead out of the document, end', () => {
  const circle = {
    type: 'object',
    properties: { self: { $ref: '#/components/schemas/Node' }, id: { type: 'string' } },
  };
  const { app } = read({
    openapi: '3.0.3',
    info: { title: 'Circles' },
    servers: [{ url: '/v1' }],
    components: { schemas: { Node: circle, Loop: { $ref: '#/components/schemas/Loop' } } },
    paths: {
      '/nodes': {
        post: {
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Loop' } } } },
          },
        },
        get: { parameters: [{ $ref: 'https://elsewhere.example/p.yaml' }], responses: {} },
      },
    },
  });
  assert.equal(app.actions.length, 2);
  assert.deepEqual(problemsOf(app), []);
});
