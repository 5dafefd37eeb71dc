// Rule: what a form asks for is used; a person should not be asked for nothing.
import type { App } from '../app.ts';
import type { Input } from '../input.ts';
import { mentionsIn } from '../mentions/app-mentions.ts';
import { inputLists } from './input-lists.ts';
import { requestTemplates } from './request-templates.ts';
import type { AppRule, CheckTools } from './rule.ts';
import { byName, stepTexts } from './step-texts.ts';
import { splitPath } from './template-faults.ts';

export const inputsUsed: AppRule = {
  about: 'The answer to each required input is used.',
  check: (app, tools) => {
    const fields = fieldsInUse(app, tools);
    const read = namesRead(app, tools);
    const isUsed = (input: Input, isAuth: boolean): boolean =>
      read.has(`input.${input.name}`) ||
      (isAuth && read.has(`auth.${input.name}`)) ||
      (input.saveTo !== undefined && fields.has(input.saveTo));
    return inputLists(app).flatMap(({ path, inputs, isAuth }) =>
      inputs.flatMap((input, index) =>
        input.required && !isUsed(input, isAuth)
          ? [{ path: [...path, index], says: unused(input, isAuth), level: 'warning' as const }]
          : [],
      ),
    );
  },
  examples: [
    {
      says: 'an auth input in a request, an action input in an item',
      app: {
        auth: {
          is: 'inputs',
          inputs: [{ name: 'key', type: 'string', title: 'Key' }],
          test: { url: 'https://a.example/{{auth.key}}' },
        },
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'pay',
            inputs: [{ name: 'sum', type: 'number', title: 'Sum', saveTo: 'sum' }],
          },
        ],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'sum' }] }],
      },
      complains: [],
    },
    {
      says: 'answers that go nowhere, or into a field that nothing reads',
      app: {
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'pay',
            inputs: [
              { name: 'sum', type: 'number', title: 'Sum', saveTo: 'sum' },
              { name: 'note', type: 'text', title: 'Note' },
              { name: 'tip', type: 'text', title: 'Tip', required: false },
            ],
          },
        ],
      },
      complains: [
        'auth.inputs.0: Nothing uses the answer to "Key". Read it as {{auth.key}} in a request, make it optional, or remove the input.',
        'actions.0.inputs.0: The answer to "Sum" is saved to the app field "sum", which nothing reads.',
        'actions.0.inputs.1: Nothing uses the answer to "Note". Choose the app field to save it to, make it optional, or remove the input.',
      ],
    },
  ],
};

/** The fields that something but an input mentions. A step that writes a field counts too: telling the two apart is not worth a false alarm. */
function fieldsInUse(app: App, { stepTypes }: CheckTools): Set<string> {
  const mentions = mentionsIn(app, stepTypes).filter(
    ({ part, path }) => part === 'fields' && path.at(-1) !== 'saveTo',
  );
  return new Set(mentions.map(({ name }) => name));
}

/** As `root.name`. An input of any form is read as `input.name` by the sources of its selects. */
function namesRead(app: App, { stepTypes, readTemplate }: CheckTools): Set<string> {
  const types = byName(stepTypes);
  const inSteps = app.flows.flatMap((flow) => stepTexts(flow, types));
  const read = [
    ...requestTemplates(app).map(({ text }) => readTemplate(text)),
    ...inSteps.map(({ is, text }) => (is === 'formula' ? readTemplate(text, is) : readTemplate(text))),
  ].flatMap(({ references }) => references.map(splitPath));
  return new Set(read.map(({ root, name = '' }) => `${root}.${name}`));
}

function unused({ name, title, saveTo }: Input, isAuth: boolean): string {
  if (saveTo !== undefined)
    return `The answer to "${title}" is saved to the app field "${saveTo}", which nothing reads. Use the field, make the input optional, or remove it.`;
  const way = isAuth ? `Read it as {{auth.${name}}} in a request` : 'Choose the app field to save it to';
  return `Nothing uses the answer to "${title}". ${way}, make it optional, or remove the input.`;
}
