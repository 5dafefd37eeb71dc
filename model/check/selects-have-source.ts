// Rule: an input of type select has a source for its options, and no other has one.
import type { App } from '../app.ts';
import type { Input } from '../input.ts';
import { inputLists } from './input-lists.ts';
import type { AppRule, CheckTools } from './rule.ts';
import { splitPath } from './template-faults.ts';

export const selectsHaveSource: AppRule = {
  about: 'Each select has a source of options, and its form has the inputs that these depend on.',
  check: (app, { readTemplate }) =>
    inputLists(app).flatMap(({ path, inputs }) =>
      inputs.flatMap((input, index) => {
        const says = fault(input) ?? missingInput(app, input, inputs, readTemplate);
        return says === undefined ? [] : [{ path: [...path, index, 'source'], says }];
      }),
    ),
  examples: [
    {
      says: 'options that depend on an input which another form has',
      app: {
        sources: [
          {
            is: 'dynamic',
            name: 'lists',
            label: 'Lists',
            request: { url: 'https://a.example/{{input.account}}' },
            list: '$',
            labelPath: '$',
            valuePath: '$',
          },
        ],
        actions: ['a', 'b'].map((name) => ({
          name,
          label: 'Add',
          flow: 'main',
          inputs: [
            ...(name === 'a' ? [{ name: 'account', type: 'string' as const, title: 'Account' }] : []),
            { name: 'list', type: 'select', title: 'List', source: 'lists' },
          ],
        })),
      },
      complains: [
        'actions.1.inputs.0.source: The options of "List" depend on an input "account", which this form has not. Add it, or choose another source.',
      ],
    },
    {
      says: 'a select without, a text with a source',
      app: {
        auth: {
          is: 'inputs',
          inputs: [
            { name: 'list', type: 'select', title: 'List' },
            { name: 'key', type: 'string', title: 'Key', source: 'lists' },
          ],
        },
      },
      complains: [
        'auth.inputs.0.source: The select "List" has no source of options. Choose one.',
        'auth.inputs.1.source: The input "Key" is no select, so its source has no use. Remove the source, or make it a select.',
      ],
    },
  ],
};

function fault({ type, title, source }: Input): string | undefined {
  if (type === 'select')
    return source === undefined ? `The select "${title}" has no source of options. Choose one.` : undefined;
  if (source === undefined) return undefined;
  return `The input "${title}" is no select, so its source has no use. Remove the source, or make it a select.`;
}

function missingInput(
  { sources }: App,
  { title, source: name }: Input,
  inputs: readonly Input[],
  readTemplate: CheckTools['readTemplate'],
): string | undefined {
  const source = sources.find((one) => one.name === name);
  if (source?.is !== 'dynamic') return undefined;
  const read = readTemplate(JSON.stringify(source.request)).references.map(splitPath);
  const missing = read.find(
    ({ root, name: input }) => root === 'input' && inputs.every((one) => one.name !== input),
  );
  if (missing?.name === undefined) return undefined;
  return `The options of "${title}" depend on an input "${missing.name}", which this form has not. Add it, or choose another source.`;
}
