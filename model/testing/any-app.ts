// Makes up apps for property tests: valid by the schema, with names that often meet and references that sometimes lead nowhere.
import * as fc from 'fast-check';
import { appCategories, appSchema, type App, type AppInput } from '../app.ts';
import { flowKinds, flowStepSchema, type FlowGraph } from '../flow.ts';
import { inputTypes } from '../input.ts';
import { answerForms, requestAuths, requestBodies } from '../outgoing-request.ts';
import { valueTypes } from '../value-type.ts';
import { anyAppTest } from './any-app-test.ts';
import { anySource } from './any-source.ts';
import { anySchedule } from './any-schedule.ts';

/** Few, so that a rename meets mentions; one with a hyphen. */
export const anyName = fc.constantFrom('a', 'ab', 'b', 'order-id', 'sum', 'sum_2');
const anyLabel = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
const anyKey = fc.string({ maxLength: 6 }).filter((key) => key !== '__proto__');

/** Keys in any order, texts in any language, integer-like keys too. */
export const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyKey, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** Text in which places mention fields, in every way it can be written, and things that only look like it. */
export const anyTemplate = fc
  .array(
    fc.oneof(
      anyName.map((name) => `{{app.${name}}}`),
      anyName.map((name) => `{{ app['${name}'] | default: "app.${name}" }}`),
      fc.constantFrom(
        '\\{{app.a}}',
        '{{order.app.a}}',
        '{{apps.a}}',
        'app.a',
        '{{app.a',
        '{{"}}" | join: app.b}}',
        'é ',
        '\\\\',
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));

const listOf = <Entry extends { name: string }>(entry: fc.Arbitrary<Entry>) =>
  fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 4 });

const anyInput = fc.record(
  {
    name: anyName,
    type: fc.constantFrom(...inputTypes),
    title: anyLabel,
    required: fc.boolean(),
    default: anyJson,
    saveTo: anyName,
    source: anyName,
    maxLength: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: ['name', 'type', 'title'] },
);

const anyRequest = fc.record(
  {
    url: anyTemplate.map((text) => `https://api.example.com/${text}`),
    headers: fc.array(fc.record({ name: fc.constant('x-sum'), value: anyTemplate }), { maxLength: 2 }),
    auth: fc.constantFrom(...requestAuths),
    token: anyTemplate,
    keyIn: fc.constantFrom('header' as const, 'query' as const),
    body: fc.constantFrom(...requestBodies),
    json: anyTemplate,
    form: fc.array(fc.record({ name: fc.constant('a'), value: anyTemplate }), { maxLength: 2 }),
    parts: fc.array(fc.record({ name: fc.constant('a'), value: anyTemplate, fileName: anyTemplate }), {
      maxLength: 2,
    }),
    timeoutSeconds: fc.integer({ min: 1, max: 60 }),
    answer: fc.constantFrom(...answerForms),
    answerPath: fc.constant('$.data'),
  },
  { requiredKeys: ['url'] },
);

const anyMapping = fc.record(
  { path: fc.constant('$.data.id'), field: anyName, fallback: anyJson },
  { requiredKeys: ['path', 'field'] },
);

const anyGrant = fc.record(
  {
    request: anyRequest,
    refresh: anyRequest,
    mappings: fc.array(anyMapping, { maxLength: 2 }),
    expires: fc.constantFrom(
      { is: 'never' } as const,
      { is: 'after', seconds: 3600 } as const,
      { is: 'in-answer', path: '$.expires_in' } as const,
    ),
  },
  { requiredKeys: ['request'] },
);

const anyAuthorize = fc.record(
  {
    url: anyTemplate.map((text) => `https://auth.example.com/${text}`),
    clientId: anyName,
    scopes: fc.array(anyName, { maxLength: 2 }),
    separator: fc.constant(','),
    parameters: fc.array(fc.record({ name: anyName, value: anyTemplate }), { maxLength: 2 }),
    issuer: fc.constant('https://auth.example.com'),
  },
  { requiredKeys: ['url'] },
);

const anyAuth = fc.oneof(
  fc.constant({ is: 'none' } as const),
  fc.record(
    { is: fc.constant('inputs' as const), inputs: listOf(anyInput), grant: anyGrant, test: anyRequest },
    { requiredKeys: ['is', 'inputs'] },
  ),
  fc.record(
    {
      is: fc.constant('oauth2' as const),
      inputs: listOf(anyInput),
      authorize: anyAuthorize,
      grant: anyGrant,
      test: anyRequest,
    },
    { requiredKeys: ['is', 'authorize', 'grant'] },
  ),
);

/** The types of `model/testing/step-types.ts`, and one that nobody knows. */
const anySettings = fc.oneof(
  fc
    .record({ field: anyName.map((name) => `app.${name}`), value: anyTemplate })
    .map((settings) => ({ type: 'set', settings })),
  fc.record({ trigger: anyName }).map((settings) => ({ type: 'fire', settings })),
  fc.record({ url: anyName }).map((settings) => ({ type: 'make-url', settings })),
  fc.record({ flow: anyName }).map((settings) => ({ type: 'run-flow', settings })),
  fc.record({ field: anyName.map((name) => `app.${name}`), value: anyTemplate }).map((clause) => ({
    type: 'check',
    settings: { when: { match: 'all', clauses: [{ ...clause, operator: 'is' }] } },
  })),
  fc
    .dictionary(anyKey, anyJson, { maxKeys: 3, noNullPrototype: true })
    .map((settings) => ({ type: 'unknown', settings })),
);

const stepIds = ['s1', 's2', 's3', 's4'] as const;

/** A graph whose start and exits lead to steps that are there. */
export const anyGraph: fc.Arbitrary<FlowGraph> = fc.subarray([...stepIds]).chain((ids) => {
  if (ids.length === 0) return fc.constant<FlowGraph>({ start: null, steps: [] });
  const target = fc.constantFrom(...ids);
  const step = (id: string) =>
    fc
      .tuple(
        anySettings,
        fc.dictionary(fc.constantFrom('next', 'yes', 'no'), target, { noNullPrototype: true }),
        fc.record(
          { label: anyLabel, at: fc.record({ x: fc.integer(), y: fc.integer() }) },
          { requiredKeys: [] },
        ),
      )
      .map(([kind, exits, look]) => flowStepSchema.parse({ id, ...kind, exits, ...look }));
  return fc.record(
    { start: fc.option(target), steps: fc.tuple(...ids.map(step)) },
    { noNullPrototype: true },
  );
});

const anyReceiving = {
  methods: fc.subarray(['POST' as const, 'PUT' as const, 'GET' as const], { minLength: 1 }),
  signature: fc.constantFrom(
    { is: 'none' as const },
    { is: 'standard' as const, secretInput: 'a' },
    { is: 'secret' as const, in: 'query' as const, name: 'token' },
    { is: 'hmac' as const, header: 'x-sig', encoding: 'base64' as const, signs: '{url}{form}' },
    { is: 'hmac' as const, header: 's', signs: '{timestamp}.{body}', timestamp: { prefix: 't=' } },
  ),
  challenge: fc.constantFrom({ is: 'query' as const }, { is: 'body' as const, path: '$.body.c' }),
  doubles: fc.constantFrom({ is: 'header' as const, name: 'x-id' }, { is: 'body' as const, minutes: 5 }),
  contact: fc.constantFrom({ ns: '$.query.c' }, { email: '$.body.email', phone: '$.body.phone' }),
  answer: fc.record({ status: fc.integer({ min: 200, max: 299 }), text: fc.string({ maxLength: 9 }) }),
  sample: anyJson,
};

const anyParts = {
  fields: listOf(
    fc.record(
      {
        name: anyName,
        label: anyLabel,
        type: fc.constantFrom(...valueTypes),
        default: anyJson,
        secure: fc.boolean(),
      },
      { requiredKeys: ['name', 'label', 'type'] },
    ),
  ),
  actions: listOf(
    fc.record({
      name: anyName,
      label: anyLabel,
      inputs: listOf(anyInput),
      outputs: listOf(fc.record({ name: anyName, label: anyLabel, field: anyName })),
      flow: anyName,
    }),
  ),
  triggers: listOf(
    fc.record({
      name: anyName,
      label: anyLabel,
      items: listOf(
        fc.record(
          { name: anyName, label: anyLabel, field: anyName, example: anyJson },
          { requiredKeys: ['name', 'label', 'field'] },
        ),
      ),
    }),
  ),
  sources: listOf(anySource({ name: anyName, label: anyLabel, request: anyRequest })),
  oneTimeUrls: listOf(
    fc.record(
      {
        name: anyName,
        label: anyLabel,
        sample: anyJson,
        mappings: fc.array(anyMapping, { maxLength: 2 }),
        form: fc.record({ title: anyLabel, inputs: listOf(anyInput).filter(({ length }) => length > 0) }),
        page: fc.record({ title: anyLabel, text: anyTemplate }),
        flow: anyName,
      },
      { requiredKeys: ['name', 'label', 'mappings', 'flow'] },
    ),
  ),
  webhooks: listOf(
    fc.record(
      {
        name: anyName,
        label: anyLabel,
        ...anyReceiving,
        mappings: fc.array(anyMapping, { maxLength: 2 }),
        flow: anyName,
      },
      { requiredKeys: ['name', 'label', 'mappings', 'flow'] },
    ),
  ),
  tests: listOf(anyAppTest({ name: anyName, label: anyLabel, json: anyJson })),
  schedules: listOf(anySchedule({ anyName, anyLabel, anyRequest, anyMapping })),
  flows: listOf(
    fc
      .tuple(fc.record({ name: anyName, label: anyLabel, kind: fc.constantFrom(...flowKinds) }), anyGraph)
      .map(([head, graph]) => ({ ...head, ...graph })),
  ),
};

/** An app as a person may write it, with some of what may be left out left out. */
export const anyAppInput: fc.Arbitrary<AppInput> = fc.record(
  {
    format: fc.constant('bellwire.app/1' as const),
    name: anyName,
    label: anyLabel,
    description: fc.string({ maxLength: 20 }),
    category: fc.constantFrom(...appCategories),
    docsUrl: fc.webUrl(),
    price: fc.constantFrom({ is: 'free' } as const, { is: 'monthly', amount: 900, currency: 'EUR' } as const),
    hosts: fc.constant(['api.example.com']),
    subscribe: anyRequest,
    unsubscribe: anyRequest,
    auth: anyAuth,
    ...anyParts,
  },
  { requiredKeys: ['format', 'name', 'label', 'fields', 'triggers'] },
);

export const anyApp: fc.Arbitrary<App> = anyAppInput.map((input) => appSchema.parse(input));
