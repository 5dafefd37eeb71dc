// Rule: the default of an app field and the example of an item have the type of the field.
import { exactTypes } from '../contract.ts';
import { inWords } from '../in-words.ts';
import type { Json } from '../json.ts';
import type { Complaint } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import type { AppRule } from './rule.ts';

export const valuesFit: AppRule = {
  about: 'Each default and each example value has the type of its app field.',
  check: ({ fields, triggers }) => {
    const types = new Map(fields.map((field) => [field.name, field.type]));
    return [
      ...fields.flatMap((field, index) =>
        fault(field.default, field.type, ['fields', index, 'default'], `The default of "${field.name}"`),
      ),
      ...triggers.flatMap(({ items }, triggerIndex) =>
        items.flatMap((item, index) => {
          const path = ['triggers', triggerIndex, 'items', index, 'example'];
          return fault(item.example, types.get(item.field), path, `The example of the item "${item.name}"`);
        }),
      ),
    ];
  },
  examples: [
    {
      says: 'a number as text',
      app: {
        fields: [{ name: 'sum', label: 'Sum', type: 'number', default: '12' }],
        triggers: [
          {
            name: 'paid',
            label: 'Paid',
            items: [{ name: 'sum', label: 'Sum', field: 'sum', example: 12.5 }],
          },
        ],
      },
      complains: [
        'fields.0.default: The default of "sum" is "12", but a number such as 12.5, without quotes is expected.',
      ],
    },
    {
      says: 'an example that no event could have',
      app: {
        fields: [{ name: 'day', label: 'Day', type: 'date' }],
        triggers: [
          {
            name: 'booked',
            label: 'Booked',
            items: [{ name: 'day', label: 'Day', field: 'day', example: 'tomorrow' }],
          },
        ],
      },
      complains: [
        'triggers.0.items.0.example: The example of the item "day" is "tomorrow", but a date such as "2026-01-31" is expected.',
      ],
    },
  ],
};

function fault(
  value: Json | undefined,
  type: ValueType | undefined,
  path: Complaint['path'],
  place: string,
): Complaint[] {
  if (value === undefined || value === null || type === undefined) return [];
  const { fits, expects } = exactTypes[type];
  return fits(value) ? [] : [{ path, says: `${place} is ${inWords(value)}, but ${expects} is expected.` }];
}
