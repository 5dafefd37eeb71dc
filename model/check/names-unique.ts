// Rule: each name stands for one thing.
import { appParts, type App } from '../app.ts';
import { partWords } from '../app-part.ts';
import type { Complaint } from '../problem.ts';
import { inputLists } from './input-lists.ts';
import type { AppRule } from './rule.ts';

export const namesUnique: AppRule = {
  about: 'Each name is taken only once in its list.',
  check: (app) => listsOf(app).flatMap(({ path, word, entries }) => repeated(path, word, entries)),
  examples: [
    {
      says: 'the same name in two lists is fine',
      app: {
        fields: [{ name: 'paid', label: 'Paid', type: 'boolean' }],
        triggers: [{ name: 'paid', label: 'Paid' }],
      },
      complains: [],
    },
    {
      says: 'two triggers with one name',
      app: {
        triggers: [
          { name: 'paid', label: 'Paid' },
          { name: 'paid', label: 'Also paid' },
        ],
      },
      complains: ['triggers.1.name: Another trigger has the name "paid" too. Rename one of the two.'],
    },
    {
      says: 'two items with one name',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        triggers: [
          {
            name: 'paid',
            label: 'Paid',
            items: [
              { name: 'sum', label: 'Sum', field: 'sum' },
              { name: 'sum', label: 'Total', field: 'sum' },
            ],
          },
        ],
      },
      complains: ['triggers.0.items.1.name: Another item has the name "sum" too. Rename one of the two.'],
    },
  ],
};

interface NamedList {
  readonly path: Complaint['path'];
  readonly word: string;
  readonly entries: readonly { readonly name: string }[];
}

function listsOf(app: App): NamedList[] {
  return [
    ...appParts.map((part) => ({ path: [part], word: partWords[part], entries: app[part] })),
    ...inputLists(app).map(({ path, inputs }) => ({ path, word: 'input', entries: inputs })),
    ...app.actions.map(({ outputs }, index) => ({
      path: ['actions', index, 'outputs'],
      word: 'output',
      entries: outputs,
    })),
    ...app.triggers.map(({ items }, index) => ({
      path: ['triggers', index, 'items'],
      word: 'item',
      entries: items,
    })),
  ];
}

function repeated(path: Complaint['path'], word: string, entries: NamedList['entries']): Complaint[] {
  const names = entries.map((entry) => entry.name);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [
          {
            path: [...path, index, 'name'],
            says: `Another ${word} has the name "${name}" too. Rename one of the two.`,
          },
        ],
  );
}
