// Rule: each exit of a step is one that its type has, and leads to a step that is there.
import type { FlowStep } from '../flow.ts';
import { orNearest } from '../nearest.ts';
import type { Complaint } from '../problem.ts';
import type { FlowRule } from './rule.ts';

export const exitsLeadOn: FlowRule = {
  about: 'Each exit is one that the step has, and leads to a step of the same flow.',
  check: ({ steps }, { stepTypes }) => {
    const ids = steps.map((step) => step.id);
    return steps.flatMap((step, index) => {
      const exits = stepTypes.get(step.type)?.exits(step.settings);
      return checkExits(
        step,
        ids,
        exits?.map((exit) => exit.name),
      ).map(({ path, says }) => ({ path: ['steps', index, ...path], says }));
    });
  },
  examples: [
    {
      says: 'a loop is fine',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', settings: { minutes: 5 }, exits: { next: 'a' } }],
      },
      complains: [],
    },
    {
      says: 'an exit to a step that is gone',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', settings: { minutes: 5 }, exits: { next: 'b' } }],
      },
      complains: [
        'steps.0.exits.next: The exit "next" leads to the step "b", which is not in this flow. The steps are a.',
      ],
    },
    {
      says: 'an exit that the type does not have',
      flow: {
        start: 'a',
        steps: [{ id: 'a', type: 'wait', settings: { minutes: 5 }, exits: { nxet: 'a' } }],
      },
      complains: ['steps.0.exits.nxet: A step of type wait has no exit "nxet". Did you mean "next"?'],
    },
  ],
};

/** `names`: the exits of the type; unknown where the type is, which another rule tells. */
function checkExits(
  { exits, type }: FlowStep,
  ids: readonly string[],
  names: readonly string[] | undefined,
): Complaint[] {
  return Object.entries(exits).flatMap(([exit, to]) => {
    const path = ['exits', exit];
    if (names?.includes(exit) === false) {
      return [
        { path, says: `A step of type ${type} has no exit "${exit}". ${orNearest(exit, names, 'exits')}` },
      ];
    }
    if (ids.includes(to)) return [];
    return [
      {
        path,
        says: `The exit "${exit}" leads to the step "${to}", which is not in this flow. ${orNearest(to, ids, 'steps')}`,
      },
    ];
  });
}
