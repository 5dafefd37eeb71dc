// Rule: each step may stand in this kind of flow.
import { flowKinds, type FlowKind } from '../flow.ts';
import type { StepType } from '../step-type.ts';
import type { FlowRule } from './rule.ts';

const kindWords: Readonly<Record<FlowKind, string>> = {
  flow: 'a flow',
  workflow: 'a workflow, which works in the background and speaks to nobody',
  function: 'a function',
};

export const kindKept: FlowRule = {
  about: 'A workflow does not speak to the contact, and only a function ends in outputs.',
  check: ({ steps }, { stepTypes, kind }) =>
    steps.flatMap((step, index) => {
      const type = stepTypes.get(step.type);
      if (type === undefined || type.flowKinds.includes(kind)) return [];
      return [{ path: ['steps', index, 'type'], says: misplaced(type, kind) }];
    }),
  examples: [
    {
      says: 'a message in a workflow',
      side: 'bot',
      kind: 'workflow',
      flow: { start: 'a', steps: [{ id: 'a', type: 'say', settings: { text: 'Hi' }, exits: {} }] },
      complains: [
        'steps.0.type: A step "Send message" cannot stand in a workflow, which works in the background and speaks to nobody. Make this a flow or a function, or remove the step.',
      ],
    },
    {
      says: 'an output in a flow that is no function',
      flow: { start: 'a', steps: [{ id: 'a', type: 'give', settings: {}, exits: {} }] },
      complains: [
        'steps.0.type: A step "Output" cannot stand in a flow. Make this a function, or remove the step.',
      ],
    },
    {
      says: 'an output in a function',
      kind: 'function',
      flow: { start: 'a', steps: [{ id: 'a', type: 'give', settings: {}, exits: {} }] },
      complains: [],
    },
  ],
};

function misplaced(type: StepType, kind: FlowKind): string {
  const fitting = flowKinds.filter((each) => type.flowKinds.includes(each)).map((each) => `a ${each}`);
  return `A step "${type.label}" cannot stand in ${kindWords[kind]}. Make this ${fitting.join(' or ')}, or remove the step.`;
}
