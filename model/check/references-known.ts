// Rule: what a step's settings name is there.
import { orNearest } from '../nearest.ts';
import type { ReferenceTarget } from '../settings/setting.ts';
import type { FlowRule } from './rule.ts';
import { stepTexts } from './step-texts.ts';

const targetWords: Readonly<Record<ReferenceTarget, string>> = {
  field: 'field',
  step: 'step',
  flow: 'flow',
  trigger: 'trigger',
  'one-time-url': 'one-time URL',
  action: 'action',
};

export const referencesKnown: FlowRule = {
  about: 'Each field, step, flow, trigger, one-time URL and action that a step names is there.',
  check: (graph, { stepTypes, names: known }) => {
    const names = { ...known, step: graph.steps.map((step) => step.id) };
    return stepTexts(graph, stepTypes).flatMap(({ is, text, path, field }) => {
      if (is !== 'reference' || names[field.to].includes(text)) return [];
      return [{ path, says: unknown(text, targetWords[field.to], names[field.to]) }];
    });
  },
  examples: [
    {
      says: 'names that are there',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'set', settings: { field: 'app.sum', value: 1 }, exits: { next: 'b' } },
          { id: 'b', type: 'fire', settings: { trigger: 'paid' }, exits: {} },
        ],
      },
      complains: [],
    },
    {
      says: 'a trigger that is not there',
      flow: { start: 'a', steps: [{ id: 'a', type: 'fire', settings: { trigger: 'piad' }, exits: {} }] },
      complains: ['steps.0.settings.trigger: There is no trigger "piad". Did you mean "paid"?'],
    },
    {
      says: 'a Go to that leads nowhere',
      flow: { start: 'a', steps: [{ id: 'a', type: 'go-to', settings: { step: 'zz' }, exits: {} }] },
      complains: ['steps.0.settings.step: There is no step "zz". The steps are a.'],
    },
    {
      says: 'an action of an install that is gone',
      side: 'bot',
      flow: {
        start: 'a',
        steps: [
          {
            id: 'a',
            type: 'action',
            settings: { action: '0197a3c1-5b7e-7cc0-9f00-000000000000/pay' },
            exits: {},
          },
        ],
      },
      complains: [
        'steps.0.settings.action: The action that was chosen here is no longer there. Choose another.',
      ],
    },
  ],
};

/** Ids mean nothing to a person: they are not shown. */
const startsWithId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

function unknown(name: string, word: string, known: readonly string[]): string {
  if (startsWithId.test(name)) return `The ${word} that was chosen here is no longer there. Choose another.`;
  return `There is no ${word} "${name}". ${orNearest(
    name,
    known.filter((other) => !startsWithId.test(other)),
    `${word}s`,
  )}`;
}
