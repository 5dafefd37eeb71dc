// Removes an entry from a part of an app; what still names it is told by the check.
import { partWords, withPart } from '../app-part.ts';
import type { AppChangeKind } from './change-kind.ts';
import { findPart } from './part-in-app.ts';
import { putBack } from './put-back.ts';

export const removePart: AppChangeKind<'remove-part'> = {
  says: ({ part, name }) => `Removed the ${partWords[part]} "${name}"`,
  apply: (app, { part, name }) => {
    const found = findPart(app, part, name, 'name');
    if (!found.ok) return found;
    return {
      ok: true,
      value: withPart(app, part, app[part].toSpliced(found.index, 1)),
      inverse: [putBack(app, part, found.index)],
    };
  },
  examples: [
    {
      says: 'what names the entry stays, for its owner to decide',
      on: {
        fields: [{ name: 'amount', label: 'Amount', type: 'number' }],
        triggers: [
          { name: 'paid', label: 'Paid', items: [{ name: 'amount', label: 'Amount', field: 'amount' }] },
        ],
      },
      change: { is: 'remove-part', part: 'fields', name: 'amount' },
      gives: {
        fields: [],
        triggers: [
          { name: 'paid', label: 'Paid', items: [{ name: 'amount', label: 'Amount', field: 'amount' }] },
        ],
      },
    },
    {
      says: 'an entry that is not there cannot be removed',
      on: { fields: [{ name: 'amount', label: 'Amount', type: 'number' }] },
      change: { is: 'remove-part', part: 'fields', name: 'amuont' },
      refuses: 'There is no app field "amuont". Did you mean "amount"?',
    },
  ],
};
