// Moves an entry to another place in its list, which is the order people see.
import { partWords, withPart, type NamedPart } from '../app-part.ts';
import type { AppChangeKind } from './change-kind.ts';
import { findPart } from './part-in-app.ts';

export const movePart: AppChangeKind<'move-part'> = {
  says: ({ part, name, before }) =>
    `Moved the ${partWords[part]} "${name}" ${before === null ? 'to the end' : `before "${before}"`}`,
  apply: (app, { part, name, before }) => {
    const found = findPart(app, part, name, 'name');
    if (!found.ok) return found;
    const target = before === null ? undefined : findPart(app, part, before, 'before');
    if (target?.ok === false) return target;
    const entries: readonly NamedPart[] = app[part];
    const others = entries.toSpliced(found.index, 1);
    const at = before === null || before === name ? -1 : others.findIndex((entry) => entry.name === before);
    const to = before === name ? found.index : at === -1 ? others.length : at;
    return {
      ok: true,
      value: withPart(app, part, others.toSpliced(to, 0, ...entries.slice(found.index, found.index + 1))),
      inverse: [{ is: 'move-part', part, name, before: entries[found.index + 1]?.name ?? null }],
    };
  },
  examples: [
    {
      says: 'the entry stands before the one named',
      on: {
        triggers: [
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B' },
          { name: 'c', label: 'C' },
        ],
      },
      change: { is: 'move-part', part: 'triggers', name: 'c', before: 'a' },
      gives: {
        triggers: [
          { name: 'c', label: 'C' },
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B' },
        ],
      },
    },
    {
      says: 'null moves it to the end',
      on: {
        triggers: [
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B' },
        ],
      },
      change: { is: 'move-part', part: 'triggers', name: 'a', before: null },
      gives: {
        triggers: [
          { name: 'b', label: 'B' },
          { name: 'a', label: 'A' },
        ],
      },
    },
  ],
};
