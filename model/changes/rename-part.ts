// Gives an entry of an app another name, there and in every place that mentions it.
import { appParts, type App } from '../app.ts';
import { partNames, partWords, withPart, type NamedPart } from '../app-part.ts';
import { swapMentions } from '../mentions/app-mentions.ts';
import type { StepType } from '../step-type.ts';
import type { AppChange } from './app-change.ts';
import { refuse, type AppChangeKind, type Applied } from './change-kind.ts';
import { findPart } from './part-in-app.ts';
import { putBack } from './put-back.ts';

export const renamePart: AppChangeKind<'rename-part'> = {
  says: ({ part, from, to }) => `Renamed the ${partWords[part]} "${from}" to "${to}"`,
  apply: (app, change, stepTypes) => {
    const renamed = rename(app, change, stepTypes);
    if (!renamed.ok) return renamed;
    const { part, from, to } = change;
    const back = rename(renamed.value, { ...change, from: to, to: from }, stepTypes);
    return back.ok
      ? {
          ...renamed,
          inverse: [{ is: 'rename-part', part, from: to, to: from }, ...restore(app, back.value)],
        }
      : back;
  },
  examples: [
    {
      says: 'items, outputs, inputs and templates follow a field',
      on: {
        subscribe: { url: 'https://api.example.com/{{app.sum}}?other={{app.sums}}' },
        fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'pay',
            inputs: [{ name: 'sum', type: 'number', title: 'Sum', saveTo: 'sum' }],
            outputs: [{ name: 'sum', label: 'Sum', field: 'sum' }],
          },
        ],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'sum' }] }],
      },
      change: { is: 'rename-part', part: 'fields', from: 'sum', to: 'total' },
      gives: {
        subscribe: { url: 'https://api.example.com/{{app.total}}?other={{app.sums}}' },
        fields: [{ name: 'total', label: 'Sum', type: 'number' }],
        actions: [
          {
            name: 'pay',
            label: 'Pay',
            flow: 'pay',
            inputs: [{ name: 'sum', type: 'number', title: 'Sum', saveTo: 'total' }],
            outputs: [{ name: 'sum', label: 'Sum', field: 'total' }],
          },
        ],
        triggers: [{ name: 'paid', label: 'Paid', items: [{ name: 'sum', label: 'Sum', field: 'total' }] }],
      },
    },
    {
      says: 'two entries of a part cannot have one name',
      on: {
        triggers: [
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B' },
        ],
      },
      change: { is: 'rename-part', part: 'triggers', from: 'a', to: 'b' },
      refuses: 'There already is a trigger "b". Choose another name.',
    },
  ],
};

type RenamePart = Extract<AppChange, { is: 'rename-part' }>;
type Renamed = Applied<App>;

function rename(app: App, { part, from, to }: RenamePart, stepTypes: readonly StepType[]): Renamed {
  const found = findPart(app, part, from, 'from');
  if (!found.ok) return found;
  if (from !== to && partNames(app, part).includes(to)) {
    return refuse(['to'], `There already is a ${partWords[part]} "${to}". Choose another name.`);
  }
  const swapped = swapMentions(app, stepTypes, (mention) =>
    mention.part === part && mention.name === from ? to : mention.name,
  );
  if (!swapped.success) {
    return refuse(
      ['to'],
      `A text that mentions the ${partWords[part]} grows too long with the name "${to}". Choose a shorter one.`,
    );
  }
  const entries: readonly NamedPart[] = swapped.data[part];
  const renamed = entries.map((entry, index) => (index === found.index ? { ...entry, name: to } : entry));
  return { ok: true, value: withPart(swapped.data, part, renamed), inverse: [] };
}

/**
 * What the renaming back does not bring back: places that mentioned the new name before there was anything of that name, and
 * places where the old name was written in another way, as `app["sum"]`. Nearly always nothing.
 */
function restore(before: App, after: App): AppChange[] {
  const { auth, subscribe = null, unsubscribe = null } = before;
  const settings = isSame([subscribe, unsubscribe], [after.subscribe ?? null, after.unsubscribe ?? null]);
  return [
    ...appParts.flatMap((part) =>
      [...before[part].keys()]
        .filter((index) => !isSame(before[part][index], after[part][index]))
        .map((index) => putBack(before, part, index)),
    ),
    ...(isSame(auth, after.auth) ? [] : [{ is: 'set-auth' as const, auth }]),
    ...(settings ? [] : [{ is: 'set-settings' as const, set: { subscribe, unsubscribe } }]),
  ];
}

/** Both come out of the same schema and so have their keys in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
