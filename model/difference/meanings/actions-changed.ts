// Meaning: what the flows of bots notice of changed actions.
import type { Action } from '../../action.ts';
import type { Input } from '../../input.ts';
import { inBoth, without, type Meaning, type MeaningRule } from './meaning.ts';

export const actionsChanged: MeaningRule = {
  about: "Steps of bots' flows fill in an action's inputs, and save its outputs.",
  of: (before, after) => [
    ...without(before.actions, after.actions).map(({ label }): Meaning => ({
      is: 'breaks',
      says: `The action "${label}" is gone: steps that call it fail.`,
    })),
    ...without(after.actions, before.actions).map(({ label }): Meaning => ({
      is: 'brings',
      says: `Bots can call a new action, "${label}".`,
    })),
    ...inBoth(before.actions, after.actions).flatMap(actionChanged),
  ],
  examples: [
    {
      says: 'an action that is gone breaks, a new one brings something',
      before: { actions: [{ name: 'pay', label: 'Pay', flow: 'main' }] },
      after: { actions: [{ name: 'refund', label: 'Refund', flow: 'main' }] },
      means: [
        'breaks: The action "Pay" is gone: steps that call it fail.',
        'brings: Bots can call a new action, "Refund".',
      ],
    },
    {
      says: 'inputs and outputs that steps of bots rely on',
      before: {
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'main',
            inputs: [
              { name: 'sum', type: 'number', title: 'Sum' },
              { name: 'note', type: 'string', title: 'Note', required: false },
            ],
            outputs: [{ name: 'link', label: 'Link', field: 'link' }],
          },
        ],
      },
      after: {
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'main',
            inputs: [
              { name: 'note', type: 'number', title: 'Note' },
              { name: 'country', type: 'string', title: 'Country', default: 'DE' },
              { name: 'currency', type: 'string', title: 'Currency' },
            ],
            outputs: [{ name: 'id', label: 'Id', field: 'id' }],
          },
        ],
      },
      means: [
        'breaks: "Pay" no longer takes "Sum": what steps give it is passed over.',
        'breaks: "Pay" wants "Currency": steps that call it have to be filled in.',
        'brings: "Pay" can be given "Country".',
        'breaks: "Note" of "Pay" takes number now, and took string.',
        'breaks: "Pay" wants "Note": steps that call it have to be filled in.',
        'breaks: "Pay" no longer gives back "Link": what steps save of it stays empty.',
        'brings: "Pay" gives back "Id".',
      ],
    },
  ],
};

function actionChanged({ from, to }: { from: Action; to: Action }): Meaning[] {
  const fresh = without(to.inputs, from.inputs);
  return [
    ...without(from.inputs, to.inputs).map(({ title }): Meaning => ({
      is: 'breaks',
      says: `"${to.label}" no longer takes "${title}": what steps give it is passed over.`,
    })),
    ...fresh.filter(isWanted).map((input) => wants(to, input)),
    ...fresh
      .filter((input) => !isWanted(input))
      .map(({ title }): Meaning => ({ is: 'brings', says: `"${to.label}" can be given "${title}".` })),
    ...inBoth(from.inputs, to.inputs).flatMap((pair) => inputChanged(to, pair)),
    ...without(from.outputs, to.outputs).map(({ label }): Meaning => ({
      is: 'breaks',
      says: `"${to.label}" no longer gives back "${label}": what steps save of it stays empty.`,
    })),
    ...without(to.outputs, from.outputs).map(({ label }): Meaning => ({
      is: 'brings',
      says: `"${to.label}" gives back "${label}".`,
    })),
  ];
}

function inputChanged(action: Action, { from, to }: { from: Input; to: Input }): Meaning[] {
  const says = `"${to.title}" of "${action.label}" takes ${to.type} now, and took ${from.type}.`;
  return [
    ...(from.type === to.type ? [] : [{ is: 'breaks', says } as const]),
    ...(isWanted(to) && !isWanted(from) ? [wants(action, to)] : []),
  ];
}

function isWanted({ required, default: otherwise }: Input): boolean {
  return required && otherwise === undefined;
}

function wants(action: Action, { title }: Input): Meaning {
  return {
    is: 'breaks',
    says: `"${action.label}" wants "${title}": steps that call it have to be filled in.`,
  };
}
