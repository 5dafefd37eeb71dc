// Meaning: what subscriptions and firing servers notice of changed triggers.
import type { App } from '../../app.ts';
import type { Trigger } from '../../trigger.ts';
import { inBoth, without, type Meaning, type MeaningRule } from './meaning.ts';

export const triggersChanged: MeaningRule = {
  about: 'Subscriptions listen to triggers, and map their items; servers fire them.',
  of: (before, after) => [
    ...without(before.triggers, after.triggers).map(({ label }): Meaning => ({
      is: 'breaks',
      says: `The trigger "${label}" is gone: subscriptions to it hear nothing more.`,
    })),
    ...without(after.triggers, before.triggers).map(({ label }): Meaning => ({
      is: 'brings',
      says: `Bots can listen to a new trigger, "${label}".`,
    })),
    ...inBoth(before.triggers, after.triggers).flatMap((pair) => itemsChanged(before, after, pair)),
  ],
  examples: [
    {
      says: 'a trigger that is gone breaks, a new one brings something',
      before: { triggers: [{ name: 'paid', label: 'Paid' }] },
      after: { triggers: [{ name: 'refunded', label: 'Refunded' }] },
      means: [
        'breaks: The trigger "Paid" is gone: subscriptions to it hear nothing more.',
        'brings: Bots can listen to a new trigger, "Refunded".',
      ],
    },
    {
      says: 'items that go, become required or get another type',
      before: {
        fields: [
          { name: 'sum', label: 'Sum', type: 'number' },
          { name: 'note', label: 'Note', type: 'text' },
        ],
        triggers: [
          {
            name: 'paid',
            label: 'Paid',
            items: [
              { name: 'sum', label: 'Sum', field: 'sum' },
              { name: 'note', label: 'Note', field: 'note', required: false },
              { name: 'gone', label: 'Gone', field: 'note' },
            ],
          },
        ],
      },
      after: {
        fields: [
          { name: 'sum', label: 'Sum', type: 'text' },
          { name: 'note', label: 'Note', type: 'text' },
        ],
        triggers: [
          {
            name: 'paid',
            label: 'Paid',
            items: [
              { name: 'sum', label: 'Sum', field: 'sum' },
              { name: 'note', label: 'Note', field: 'note' },
              { name: 'more', label: 'More', field: 'note', required: false },
            ],
          },
        ],
      },
      means: [
        'breaks: "Paid" no longer has the item "Gone": what is mapped from it gets nothing.',
        'brings: "Paid" carries a new item, "More".',
        'breaks: The item "Sum" of "Paid" is text now, and was number: filters and mappings on it have to be looked at.',
        'breaks: "Paid" is refused from now on without the item "Note".',
      ],
    },
  ],
};

interface Pair {
  readonly from: Trigger;
  readonly to: Trigger;
}

function itemsChanged(before: App, after: App, { from, to }: Pair): Meaning[] {
  const { label } = to;
  const required = without(to.items, from.items).filter((item) => item.required);
  return [
    ...without(from.items, to.items).map((item): Meaning => ({
      is: 'breaks',
      says: `"${label}" no longer has the item "${item.label}": what is mapped from it gets nothing.`,
    })),
    ...without(to.items, from.items).map((item): Meaning => ({
      is: 'brings',
      says: `"${label}" carries a new item, "${item.label}".`,
    })),
    ...inBoth(from.items, to.items).flatMap((item): Meaning[] => {
      const [was, is] = [typeOf(before, item.from.field), typeOf(after, item.to.field)];
      if (was === is) return [];
      return [
        {
          is: 'breaks',
          says: `The item "${item.to.label}" of "${label}" is ${is} now, and was ${was}: filters and mappings on it have to be looked at.`,
        },
      ];
    }),
    ...[
      ...required,
      ...inBoth(from.items, to.items).flatMap((item) =>
        item.to.required && !item.from.required ? [item.to] : [],
      ),
    ].map((item): Meaning => ({
      is: 'breaks',
      says: `"${label}" is refused from now on without the item "${item.label}".`,
    })),
  ];
}

function typeOf({ fields }: App, field: string): string {
  return fields.find(({ name }) => name === field)?.type ?? 'nothing';
}
