// Rule: a secure field stays inside: it is neither sent as an item nor given back as an output.
import type { Complaint } from '../problem.ts';
import type { AppRule } from './rule.ts';

export const secureKept: AppRule = {
  about: 'A secure app field is neither an item of a trigger nor an output of an action.',
  check: ({ fields, actions, triggers }) => {
    const secure = new Set(fields.filter((field) => field.secure === true).map((field) => field.name));
    const leaving = (
      named: readonly { readonly field: string }[],
      path: Complaint['path'],
      word: string,
    ): Complaint[] =>
      named.flatMap(({ field }, index) =>
        secure.has(field)
          ? [
              {
                path: [...path, index, 'field'],
                says: `The app field "${field}" is secure, so it cannot be ${word}. Choose another field, or make this one not secure.`,
              },
            ]
          : [],
      );
    return [
      ...actions.flatMap(({ outputs }, index) =>
        leaving(outputs, ['actions', index, 'outputs'], 'an output'),
      ),
      ...triggers.flatMap(({ items }, index) => leaving(items, ['triggers', index, 'items'], 'an item')),
    ];
  },
  examples: [
    {
      says: 'a secure field as an item and as an output',
      app: {
        fields: [{ name: 'token', label: 'Token', type: 'text', secure: true }],
        flows: [{ name: 'main', label: 'Main', start: null, steps: [] }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'main',
            outputs: [{ name: 'token', label: 'Token', field: 'token' }],
          },
        ],
        triggers: [
          { name: 'paid', label: 'Paid', items: [{ name: 'token', label: 'Token', field: 'token' }] },
        ],
      },
      complains: [
        'actions.0.outputs.0.field: The app field "token" is secure, so it cannot be an output.',
        'triggers.0.items.0.field: The app field "token" is secure, so it cannot be an item.',
      ],
    },
    {
      says: 'a field that is not secure may leave',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number', secure: false }],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'sum' }] }],
      },
      complains: [],
    },
  ],
};
