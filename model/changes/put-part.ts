// Adds an entry to a part of an app, or replaces the one that has its name.
import { appSchema, type App } from '../app.ts';
import { partNames, partWords, withPart, type NamedPart } from '../app-part.ts';
import type { AppChange } from './app-change.ts';
import { refuse, type AppChangeKind } from './change-kind.ts';
import { findPart } from './part-in-app.ts';
import { putBack } from './put-back.ts';

export const putPart: AppChangeKind<'put-part'> = {
  says: ({ part, value }) => `Saved the ${partWords[part]} "${value.name}"`,
  apply: (app, change) => {
    const { part, value } = change;
    if (!partNames(app, part).includes(value.name)) return add(app, change);
    const found = findPart(app, part, value.name, 'value');
    if (!found.ok) return found;
    const entries: readonly NamedPart[] = app[part];
    return {
      ok: true,
      value: withPart(app, part, entries.with(found.index, value)),
      inverse: [putBack(app, part, found.index)],
    };
  },
  examples: [
    {
      says: 'a new entry stands last',
      on: { fields: [{ name: 'amount', label: 'Amount', type: 'number' }] },
      change: {
        is: 'put-part',
        part: 'fields',
        value: { name: 'currency', label: 'Currency', type: 'text' },
      },
      gives: {
        fields: [
          { name: 'amount', label: 'Amount', type: 'number' },
          { name: 'currency', label: 'Currency', type: 'text' },
        ],
      },
    },
    {
      says: 'a new entry stands before the one named',
      on: { fields: [{ name: 'amount', label: 'Amount', type: 'number' }] },
      change: {
        is: 'put-part',
        part: 'fields',
        value: { name: 'currency', label: 'Currency', type: 'text' },
        before: 'amount',
      },
      gives: {
        fields: [
          { name: 'currency', label: 'Currency', type: 'text' },
          { name: 'amount', label: 'Amount', type: 'number' },
        ],
      },
    },
    {
      says: 'an entry with the same name is replaced where it stands',
      on: {
        triggers: [
          { name: 'paid', label: 'Paid' },
          { name: 'failed', label: 'Failed' },
        ],
      },
      change: { is: 'put-part', part: 'triggers', value: { name: 'paid', label: 'Payment received' } },
      gives: {
        triggers: [
          { name: 'paid', label: 'Payment received', about: '', items: [] },
          { name: 'failed', label: 'Failed', about: '', items: [] },
        ],
      },
    },
  ],
};

type PutPart = Extract<AppChange, { is: 'put-part' }>;

function add(app: App, { part, value, before }: PutPart): ReturnType<(typeof putPart)['apply']> {
  const next = before === undefined ? undefined : findPart(app, part, before, 'before');
  if (next?.ok === false) return next;
  const entries: readonly NamedPart[] = app[part];
  const added = entries.toSpliced(next?.index ?? entries.length, 0, value);
  // The only limit that one entry more can break is that of the list.
  if (!appSchema.shape[part].unwrap().safeParse(added).success) {
    return refuse(
      [],
      `The app has ${entries.length} ${partWords[part]}s, and no more are taken. Remove one that is not used.`,
    );
  }
  return {
    ok: true,
    value: withPart(app, part, added),
    inverse: [{ is: 'remove-part', part, name: value.name }],
  };
}
