// Rule: what the templates and conditions of a step read is there.
import type { FlowRule } from './rule.ts';
import { stepTexts } from './step-texts.ts';
import { templateFaults } from './template-faults.ts';

/** What a text can read that is filled once for each item of a list. */
const itemRoots = (['item', 'index', 'key'] as const).map((root) => [root, null] as const);

export const placesKnown: FlowRule = {
  about: 'Each {{place}} and each formula in a step can be read, and reads something that is there.',
  check: (graph, { stepTypes, readTemplate, roots }) =>
    stepTexts(graph, stepTypes).flatMap(({ is, text, path, field }) => {
      if (is === 'reference') return [];
      const read = is === 'formula' ? readTemplate(text, is) : readTemplate(text);
      const known = field !== undefined && 'perItem' in field ? new Map([...roots, ...itemRoots]) : roots;
      return templateFaults(read, known).map((says) => ({ path, says }));
    }),
  examples: [
    {
      says: 'fields, auth inputs and what lies deeper in them',
      flow: {
        start: 'a',
        steps: [
          {
            id: 'a',
            type: 'request',
            settings: { url: 'https://api.example.com/{{app.order.id}}?{{auth.key}}&{{now}}' },
            exits: {},
          },
        ],
      },
      complains: [],
    },
    {
      says: 'a field that is not there',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'set', settings: { field: 'app.sum', value: '{{app.smu}}' }, exits: {} }],
      },
      complains: [
        'steps.0.settings.value: There is no "smu" in "app", which {{app.smu}} reads. Did you mean "sum"?',
      ],
    },
    {
      says: 'a user field, which an app cannot see',
      flow: {
        start: 'a',
        steps: [
          {
            id: 'a',
            type: 'check',
            settings: { when: { match: 'all', clauses: [{ field: 'user.name', operator: 'is' }] } },
            exits: {},
          },
        ],
      },
      complains: [
        'steps.0.settings.when.clauses.0.field: There is no "user" to read from in {{user.name}}. The roots are app',
      ],
    },
    {
      says: 'an item of the trigger in a bot',
      side: 'bot',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'say', settings: { text: 'Paid {{trigger.sum}}, {{trigger.tip}}' }, exits: {} },
        ],
      },
      complains: ['steps.0.settings.text: There is no "tip" in "trigger", which {{trigger.tip}} reads.'],
    },
    {
      says: 'a place that is never closed',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'set', settings: { field: 'app.sum', value: 'a {{app.sum' }, exits: {} }],
      },
      complains: ['steps.0.settings.value: '],
    },
  ],
};
