// A few step types for tests of the model: one for each thing that a setting can name.
import { stepType } from '../step-type.ts';

const quiet = {
  about: 'For tests.',
  icon: 'circle',
  group: 'logic',
  exits: [{ name: 'next', label: 'Next' }],
  summary: () => '',
  run: () => ({ is: 'go' as const, exit: 'next' }),
  examples: [],
} as const;

export const testStepTypes = [
  stepType({
    ...quiet,
    name: 'set',
    label: 'Set field',
    sides: ['app', 'bot'],
    settings: {
      field: { kind: 'reference', to: 'field', label: 'Field', required: true },
      value: { kind: 'value', label: 'Value' },
      formula: { kind: 'text', syntax: 'formula', label: 'Formula' },
    },
  }),
  stepType({
    ...quiet,
    name: 'fire',
    label: 'Fire trigger',
    sides: ['app'],
    settings: { trigger: { kind: 'reference', to: 'trigger', label: 'Trigger', required: true } },
  }),
  stepType({
    ...quiet,
    name: 'make-url',
    label: 'Create one-time URL',
    sides: ['app'],
    settings: { url: { kind: 'reference', to: 'one-time-url', label: 'One-time URL', required: true } },
  }),
  stepType({
    ...quiet,
    name: 'run-flow',
    label: 'Run flow',
    sides: ['app', 'bot'],
    settings: { flow: { kind: 'reference', to: 'flow', label: 'Flow', required: true } },
  }),
  stepType({
    ...quiet,
    name: 'go-to',
    label: 'Go to',
    sides: ['app', 'bot'],
    settings: { step: { kind: 'reference', to: 'step', label: 'Step', required: true } },
    exits: [],
    run: ({ step }) => ({ is: 'jump', step }),
  }),
  stepType({
    ...quiet,
    name: 'note',
    label: 'Note',
    sides: ['app', 'bot'],
    isNote: true,
    settings: {},
    exits: [],
  }),
  stepType({
    ...quiet,
    name: 'check',
    label: 'Condition',
    sides: ['app', 'bot'],
    settings: { when: { kind: 'condition', label: 'When', required: true } },
    exits: [
      { name: 'yes', label: 'Yes' },
      { name: 'no', label: 'No' },
    ],
    run: () => ({ is: 'go', exit: 'yes' }),
  }),
  stepType({
    ...quiet,
    name: 'wait',
    label: 'Wait',
    sides: ['app', 'bot'],
    settings: { minutes: { kind: 'number', label: 'Minutes', min: 1, required: true } },
    run: ({ minutes }) => ({ is: 'wait', until: String(minutes) }),
    examples: [{ says: 'waits', settings: { minutes: 5 }, gives: { is: 'wait' } }],
  }),
  stepType({
    ...quiet,
    name: 'say',
    label: 'Send message',
    sides: ['bot'],
    settings: { text: { kind: 'text', label: 'Text', required: true } },
  }),
  stepType({
    ...quiet,
    name: 'action',
    label: 'Action of an app',
    sides: ['bot'],
    settings: { action: { kind: 'reference', to: 'action', label: 'Action', required: true } },
  }),
  stepType({
    ...quiet,
    name: 'request',
    label: 'External Request',
    sides: ['app', 'bot'],
    settings: {
      url: { kind: 'text', label: 'Address', required: true, isCalled: true },
      headers: {
        kind: 'list',
        label: 'Headers',
        itemLabel: 'header',
        item: {
          name: { kind: 'text', label: 'Name', required: true },
          value: { kind: 'text', label: 'Value' },
        },
      },
      path: { kind: 'text', label: 'Path', template: false },
    },
    run: ({ url }) => ({
      is: 'call',
      call: {
        key: 'k',
        method: 'GET',
        url,
        headers: [],
        body: null,
        timeoutMs: 1000,
        afterMs: 0,
        basic: null,
      },
    }),
    examples: [{ says: 'calls', settings: { url: 'https://api.example.com' }, gives: { is: 'call' } }],
  }),
];
