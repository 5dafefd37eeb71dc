// Rule: each test names one thing to run, and steps, inputs, items and outputs that are there.
import type { App } from '../app.ts';
import type { AppTest } from '../app-test.ts';
import { orNearest } from '../nearest.ts';
import type { Complaint } from '../problem.ts';
import type { AppRule } from './rule.ts';

export const testsRunnable: AppRule = {
  about: 'Each test names an action or a flow, and what it answers and expects is there.',
  check: (app) =>
    app.tests.flatMap((test, index) =>
      complaintsOf(app, test).map(({ path, says }) => ({
        path: ['tests', index, ...path],
        says,
        // An app is as good without its tests: they hold nothing back.
        level: 'warning' as const,
      })),
    ),
  examples: [
    {
      says: 'a test of an action',
      app: {
        flows: [{ name: 'pay', label: 'Pay', start: null, steps: [] }],
        actions: [{ name: 'pay', label: 'Pay', flow: 'pay' }],
        tests: [{ name: 'paid', label: 'Paid', action: 'pay' }],
      },
      complains: [],
    },
    {
      says: 'nothing to run, or two things',
      app: {
        flows: [{ name: 'pay', label: 'Pay', start: null, steps: [] }],
        actions: [{ name: 'pay', label: 'Pay', flow: 'pay' }],
        tests: [
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B', action: 'pay', flow: 'pay' },
        ],
      },
      complains: [
        'tests.0: Say what is tested: an action or a flow.',
        'tests.1: Say what is tested: an action or a flow, and not both.',
      ],
    },
    {
      says: 'an input and an output that the action does not have',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        flows: [{ name: 'pay', label: 'Pay', start: null, steps: [] }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'pay',
            inputs: [{ name: 'sum', type: 'number', title: 'Sum', saveTo: 'sum' }],
          },
        ],
        tests: [
          {
            name: 'a',
            label: 'A',
            action: 'pay',
            inputs: [{ input: 'smu', value: 1 }],
            expect: { outputs: [{ output: 'url', value: '' }] },
          },
        ],
      },
      complains: [
        'tests.0.inputs.0.input: The action has no input "smu". Did you mean "sum"?',
        'tests.0.expect.outputs.0.output: The action has no output "url".',
      ],
    },
  ],
};

function complaintsOf(app: App, test: AppTest): Complaint[] {
  const { action: name, flow, inputs, expect } = test;
  if (name === undefined && flow === undefined)
    return [{ path: [], says: 'Say what is tested: an action or a flow.' }];
  if (name !== undefined && flow !== undefined)
    return [{ path: [], says: 'Say what is tested: an action or a flow, and not both.' }];
  const action = app.actions.find((one) => one.name === name);
  if (action === undefined) return [];
  return [
    ...unknown(
      inputs.map(({ input }) => input),
      action.inputs,
      'input',
      (at) => ['inputs', at, 'input'],
    ),
    ...unknown(
      expect.outputs.map(({ output }) => output),
      action.outputs,
      'output',
      (at) => ['expect', 'outputs', at, 'output'],
    ),
  ];
}

function unknown(
  named: readonly string[],
  there: readonly { readonly name: string }[],
  word: string,
  place: (at: number) => Complaint['path'],
): Complaint[] {
  const names = there.map(({ name }) => name);
  return named.flatMap((name, at) =>
    names.includes(name)
      ? []
      : [
          {
            path: place(at),
            says: `The action has no ${word} "${name}". ${orNearest(name, names, `${word}s`)}`,
          },
        ],
  );
}
