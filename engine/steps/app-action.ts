// Step: a bot's flow runs an action of an installed app and takes over what it gives back.
import { ownValue, type JsonObject } from '@bellwire/model/json.ts';
import { FAILED_EXIT, stepType } from '@bellwire/model/step-type.ts';
import { counted, savedText } from './saved.ts';

export const appAction = stepType({
  name: 'app-action',
  label: 'App action',
  about: 'Runs an action of an installed app, such as "Create payment link".',
  icon: 'blocks',
  group: 'apps',
  sides: ['bot'],
  settings: {
    action: { kind: 'reference', to: 'action', label: 'Action', required: true },
    inputs: {
      kind: 'list',
      label: 'Inputs',
      itemLabel: 'input',
      item: {
        input: { kind: 'text', label: 'Input', template: false, names: 'action-input', required: true },
        value: { kind: 'value', label: 'Value', answers: 'input' },
      },
    },
    outputs: {
      kind: 'list',
      label: 'Outputs',
      itemLabel: 'output',
      item: {
        output: { kind: 'text', label: 'Output', template: false, names: 'action-output', required: true },
        field: { kind: 'reference', to: 'field', label: 'Save to', required: true },
      },
    },
  },
  exits: [
    { name: 'next', label: 'Then' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  summary: (saved) => {
    const action = savedText(saved, 'action');
    return action === '' ? 'Choose an action' : action.slice(action.indexOf('/') + 1);
  },
  check: ({ action }) => (action.includes('/') ? [] : [{ path: ['action'], says: notAnAction(action) }]),
  run: ({ action, inputs }) => {
    const slash = action.indexOf('/');
    if (slash === -1) return { is: 'go', exit: FAILED_EXIT, says: notAnAction(action) };
    const given: JsonObject = Object.fromEntries(inputs.map(({ input, value }) => [input, value ?? null]));
    return { is: 'enter', installId: action.slice(0, slash), action: action.slice(slash + 1), inputs: given };
  },
  resume: ({ outputs }, resume) => {
    if (resume.is !== 'returned')
      return { is: 'go', exit: FAILED_EXIT, says: 'The action did not come back.' };
    if (resume.failed !== null) return { is: 'go', exit: FAILED_EXIT, says: resume.failed };
    return {
      is: 'go',
      exit: 'next',
      set: outputs.map(({ output, field }) => ({
        to: field,
        value: ownValue(resume.outputs, output) ?? null,
      })),
      says: `It gave back ${counted(Object.keys(resume.outputs).length, 'output')}.`,
    };
  },
  examples: [
    {
      says: 'goes into the action; a number stays a number',
      settings: {
        action: '0190-shop/create_link',
        inputs: [{ input: 'amount', value: '{{user.total}}' }, { input: 'note' }],
      },
      scope: { data: { user: { total: 19.99 } } },
      gives: {
        is: 'enter',
        installId: '0190-shop',
        action: 'create_link',
        inputs: { amount: 19.99, note: null },
      },
    },
    {
      says: 'puts the outputs into fields; one that did not come empties its field',
      settings: {
        action: '0190-shop/create_link',
        outputs: [
          { output: 'link', field: 'user.pay_link' },
          { output: 'fee', field: 'user.fee' },
        ],
      },
      resume: { is: 'returned', outputs: { link: 'https://pay.example/1' }, failed: null },
      gives: {
        is: 'go',
        exit: 'next',
        set: [
          { to: 'user.pay_link', value: 'https://pay.example/1' },
          { to: 'user.fee', value: null },
        ],
      },
    },
    {
      says: 'an action that failed goes out by "failed" and sets nothing',
      settings: { action: '0190-shop/create_link', outputs: [{ output: 'link', field: 'user.pay_link' }] },
      resume: { is: 'returned', outputs: {}, failed: 'The provider answered 503.' },
      gives: { is: 'go', exit: 'failed', says: 'The provider answered 503.' },
    },
    {
      says: 'what is no action is said',
      settings: { action: 'create_link' },
      gives: {
        is: 'go',
        exit: 'failed',
        says: '"create_link" does not name an app and its action. Choose the action again.',
      },
    },
  ],
});

function notAnAction(action: string): string {
  return `"${action}" does not name an app and its action. Choose the action again.`;
}
