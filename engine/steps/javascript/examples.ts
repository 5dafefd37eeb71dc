// Examples of the step "JavaScript".
import type { Json } from '@bellwire/model/json.ts';
import type { Resume, StepType } from '@bellwire/model/step-type.ts';

const computed = (value: Json, logs: readonly string[] = []): Resume => ({
  is: 'computed',
  state: {},
  result: { is: 'computed', value, logs, ms: 2.4 },
});

const code = 'return { total: input.price * input.count };';

export const javascriptExamples: StepType['examples'] = [
  {
    says: 'wants its code run, with its input as values of their own types',
    settings: {
      inputs: [
        { name: 'price', value: '{{user.price}}' },
        { name: 'count', value: 3 },
      ],
      code,
    },
    scope: { data: { user: { price: 10.5 } } },
    gives: {
      is: 'compute',
      script: {
        code,
        input: { price: 10.5, count: 3 },
        timeoutMs: 1000,
        now: '2026-03-01T12:00:00.000Z',
        seed: '01958f3e-7c00-7000-8000-00a1b2c3d4e5',
      },
    },
  },
  {
    says: 'places in the code are not filled: no value is ever read as code',
    settings: { code: 'return "{{user.name}}";' },
    scope: { data: { user: { name: '"; hack(); "' } } },
    gives: { is: 'compute', script: { code: 'return "{{user.name}}";' } },
  },
  {
    says: 'puts parts of the result into fields, and a fallback where nothing is',
    settings: {
      code,
      outputs: [
        { path: '$.total', field: 'user.total' },
        { path: '$.note', field: 'user.note', fallback: 'none' },
      ],
    },
    resume: computed({ total: 31.5 }, ['31.5']),
    gives: {
      is: 'go',
      exit: 'next',
      set: [
        { to: 'user.total', value: 31.5 },
        { to: 'user.note', value: 'none' },
      ],
      says: 'Done (2 ms). Console: 31.5',
    },
  },
  {
    says: 'takes the whole result without a path',
    settings: { code, outputs: [{ field: 'user.total' }] },
    resume: computed(7),
    gives: { is: 'go', exit: 'next', set: [{ to: 'user.total', value: 7 }] },
  },
  {
    says: 'code that throws goes out by "failed", with the line',
    settings: { code: 'null.x', outputs: [{ field: 'user.total' }] },
    resume: {
      is: 'computed',
      state: {},
      result: {
        is: 'broken',
        fault: 'threw',
        says: "TypeError: cannot read property 'x' of null",
        line: 1,
        logs: [],
        ms: 1,
      },
    },
    gives: {
      is: 'go',
      exit: 'failed',
      set: [{ to: 'user.total', value: null }],
      says: "TypeError: cannot read property 'x' of null, in line 1 (1 ms).",
    },
  },
  {
    says: 'a secret does not go in',
    settings: { inputs: [{ name: 'key', value: '{{app.key}}' }], code },
    scope: { data: { app: { key: '⟦secret:api_key:00ff⟧' } } },
    gives: { is: 'compute', script: { input: { key: '•••' } } },
  },
];
