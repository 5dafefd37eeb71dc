// Rule: an input of type select has a source for its options, and no other has one.
import type { Input } from '../input.ts';
import { inputLists } from './input-lists.ts';
import type { AppRule } from './rule.ts';

export const selectsHaveSource: AppRule = {
  about: 'Each select has a source of options.',
  check: (app) =>
    inputLists(app).flatMap(({ path, inputs }) =>
      inputs.flatMap((input, index) => {
        const says = fault(input);
        return says === undefined ? [] : [{ path: [...path, index, 'source'], says }];
      }),
    ),
  examples: [
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
