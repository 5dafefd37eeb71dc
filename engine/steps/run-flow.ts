// Step: goes into another flow of the same app or bot, and comes back with what it gives.
import { ownValue, type JsonObject } from '@bellwire/model/json.ts';
import { FAILED_EXIT, stepType, type Write } from '@bellwire/model/step-type.ts';
import { brief, counted, savedEntries, savedText } from './saved.ts';

export const runFlow = stepType({
  name: 'run-flow',
  label: 'Run flow',
  about:
    'Runs another flow of the same app or bot and goes on when it is through; a function comes back by one of its outputs.',
  icon: 'workflow',
  group: 'logic',
  sides: ['bot', 'app'],
  settings: {
    flow: { kind: 'reference', to: 'flow', label: 'Flow', required: true },
    inputs: {
      kind: 'list',
      label: 'Inputs',
      about: 'What the flow can see as {{input.<name>}}.',
      itemLabel: 'input',
      max: 50,
      item: {
        name: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 60 },
        value: { kind: 'value', label: 'Value' },
      },
    },
    ways: {
      kind: 'list',
      label: 'Ways by output',
      about: 'The names of the Output steps that lead elsewhere than "Then".',
      itemLabel: 'way',
      max: 20,
      item: {
        output: { kind: 'text', label: 'Output', template: false, required: true, maxLength: 60 },
      },
    },
    values: {
      kind: 'list',
      label: 'From the output into fields',
      itemLabel: 'value',
      max: 50,
      item: {
        name: { kind: 'text', label: 'Value', template: false, required: true, maxLength: 60 },
        field: { kind: 'reference', to: 'field', label: 'Save to', required: true },
      },
    },
  },
  exits: [
    { name: 'next', label: 'Then' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  moreExits: (saved) =>
    [...new Set(savedEntries(saved, 'ways').map((way) => savedText(way, 'output')))]
      .filter((output) => output !== '')
      .map((output) => ({ name: wayOf(output), label: output })),
  summary: (saved) => {
    const inputs = savedEntries(saved, 'inputs').length;
    const flow = brief(savedText(saved, 'flow'));
    if (flow === '') return 'Choose a flow';
    return `${/^[0-9a-f-]{36}$/.test(flow) ? 'Another flow' : flow}${inputs === 0 ? '' : `, ${counted(inputs, 'input')}`}`;
  },
  check: ({ ways }) =>
    ways.flatMap(({ output }, index) =>
      ways.findIndex((way) => way.output === output) < index
        ? [
            {
              path: ['ways', index, 'output'],
              says: `There is a way for "${output}" already. Remove one of them.`,
            },
          ]
        : [],
    ),
  run: ({ flow, inputs }) => ({
    is: 'run',
    flow,
    input: Object.fromEntries(inputs.map(({ name, value = null }) => [name, value])),
  }),
  resume: ({ ways, values }, resume) => {
    if (resume.is !== 'returned') return { is: 'go', exit: FAILED_EXIT, says: 'The flow did not come back.' };
    const { outputs, failed, output, changed = {} } = resume;
    if (failed !== null) return { is: 'go', exit: FAILED_EXIT, set: writes(changed), says: failed };
    const isKnown = output !== undefined && ways.some((way) => way.output === output);
    const taken = values.map(({ name, field }) => ({ to: field, value: ownValue(outputs, name) ?? null }));
    return {
      is: 'go',
      exit: isKnown ? wayOf(output) : 'next',
      set: [...writes(changed), ...taken],
      says: output === undefined ? 'It is through.' : `It came back by "${output}".`,
    };
  },
  examples: [
    {
      says: 'hands over its inputs; a number stays a number',
      settings: { flow: 'score', inputs: [{ name: 'total', value: '{{user.total}}' }] },
      scope: { data: { user: { total: 19.99 } } },
      gives: { is: 'run', flow: 'score', input: { total: 19.99 } },
    },
    {
      says: 'goes the way of the output it came back by, with its values in fields',
      settings: {
        flow: 'score',
        ways: [{ output: 'good' }, { output: 'bad' }],
        values: [{ name: 'points', field: 'user.points' }],
      },
      resume: { is: 'returned', outputs: { points: 7 }, failed: null, output: 'bad' },
      gives: {
        is: 'go',
        exit: 'output-bad',
        set: [{ to: 'user.points', value: 7 }],
        says: 'It came back by "bad".',
      },
    },
    {
      says: 'an output without a way of its own goes on by "Then"',
      settings: { flow: 'score', ways: [{ output: 'good' }] },
      resume: { is: 'returned', outputs: {}, failed: null, output: 'odd' },
      gives: { is: 'go', exit: 'next', says: 'It came back by "odd".' },
    },
    {
      says: 'keeps the app fields that a flow has changed, as one run shares them',
      settings: { flow: 'load' },
      resume: { is: 'returned', outputs: {}, failed: null, changed: { amount: 5 } },
      gives: { is: 'go', exit: 'next', set: [{ to: 'app.amount', value: 5 }] },
    },
    {
      says: 'a flow that failed goes out by "failed"',
      settings: { flow: 'load' },
      resume: { is: 'returned', outputs: {}, failed: 'The provider answered 503.' },
      gives: { is: 'go', exit: 'failed', says: 'The provider answered 503.' },
    },
  ],
});

function wayOf(output: string): string {
  return `output-${output}`;
}

function writes(changed: JsonObject): Write[] {
  return Object.entries(changed).map(([name, value]) => ({ to: `app.${name}`, value: value ?? null }));
}
