// Rule: what the parts of an app name is there; names inside of steps are a rule of flows.
import { partNames, partWords } from '../app-part.ts';
import { mentionsIn } from '../mentions/app-mentions.ts';
import { orNearest } from '../nearest.ts';
import type { AppRule } from './rule.ts';

export const namesKnown: AppRule = {
  about:
    'Each app field, flow and source that an item, an output, an input, a mapping, an action or an address names is there.',
  check: (app, { stepTypes }) =>
    mentionsIn(app, stepTypes).flatMap(({ part, name, path, inText }) => {
      const known = partNames(app, part);
      if (inText || path[0] === 'flows' || known.includes(name)) return [];
      const word = partWords[part];
      return [{ path, says: `There is no ${word} "${name}". ${orNearest(name, known, `${word}s`)}` }];
    }),
  examples: [
    {
      says: 'an item is bound to an app field',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'sum' }] }],
      },
      complains: [],
    },
    {
      says: 'an item is bound to a field that is not there',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'smu' }] }],
      },
      complains: ['triggers.0.items.0.field: There is no app field "smu". Did you mean "sum"?'],
    },
    {
      says: 'an action whose flow is gone',
      app: { actions: [{ name: 'pay', label: 'Pay', flow: 'pay' }] },
      complains: ['actions.0.flow: There is no flow "pay". There are no flows yet.'],
    },
    {
      says: 'a mapping into a field that is not there',
      app: {
        flows: [{ name: 'back', label: 'Back', start: null, steps: [] }],
        webhooks: [
          {
            name: 'hook',
            label: 'Hook',
            mappings: [{ path: '$.id', field: 'id' }],
            flow: 'back',
          },
        ],
      },
      complains: ['webhooks.0.mappings.0.field: There is no app field "id". There are no app fields yet.'],
    },
  ],
};
