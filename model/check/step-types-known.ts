// Rule: each step is of a type that exists and may stand in this kind of flow.
import type { FlowSide } from '../step-type.ts';
import { orNearest } from '../nearest.ts';
import type { FlowRule } from './rule.ts';

const flowWords: Readonly<Record<FlowSide, string>> = { app: 'the flow of an app', bot: 'the flow of a bot' };

export const stepTypesKnown: FlowRule = {
  about: 'Each step is of a type that exists and is allowed here; no step of an app speaks to the contact.',
  check: ({ steps }, { stepTypes, side }) =>
    steps.flatMap((step, index) => {
      const path = ['steps', index, 'type'];
      const type = stepTypes.get(step.type);
      if (type === undefined) {
        const names = [...stepTypes.values()]
          .filter(({ sides }) => sides.includes(side))
          .map(({ name }) => name);
        return [
          {
            path,
            says: `There is no step type "${step.type}". ${orNearest(step.type, names, 'step types')}`,
          },
        ];
      }
      if (type.sides.includes(side)) return [];
      return [
        {
          path,
          says: `A step "${type.label}" cannot stand in ${flowWords[side]}. Remove it, or put it into ${otherFlow(side)}.`,
        },
      ];
    }),
  examples: [
    {
      says: 'a type that nobody knows',
      flow: { start: 'a', steps: [{ id: 'a', type: 'wiat', settings: {}, exits: {} }] },
      complains: ['steps.0.type: There is no step type "wiat". Did you mean "wait"?'],
    },
    {
      says: 'a message in an app',
      side: 'app',
      flow: { start: 'a', steps: [{ id: 'a', type: 'say', settings: { text: 'Hi' }, exits: {} }] },
      complains: [
        'steps.0.type: A step "Send message" cannot stand in the flow of an app. Remove it, or put it into the flow of a bot.',
      ],
    },
    {
      says: 'a message in a bot',
      side: 'bot',
      flow: { start: 'a', steps: [{ id: 'a', type: 'say', settings: { text: 'Hi' }, exits: {} }] },
      complains: [],
    },
  ],
};

function otherFlow(side: FlowSide): string {
  return flowWords[side === 'app' ? 'bot' : 'app'];
}
