// Changes what the Settings section of an app holds.
import { appSchema } from '../app.ts';
import { settingsSchema } from './app-change.ts';
import type { AppChangeKind } from './change-kind.ts';

export const setSettings: AppChangeKind<'set-settings'> = {
  says: ({ set }) => `Changed ${Object.keys(set).join(', ') || 'nothing'} in the settings`,
  apply: (app, { set }) => {
    const before = new Map<string, unknown>(Object.entries(app));
    const changed = Object.entries({ ...app, ...set }).filter(([, value]) => value !== null);
    const back = Object.keys(set).map((name) => [name, before.get(name) ?? null]);
    // Both are read by their schema again: the compiler cannot see that no null is left in the one, and only the old values are in the other.
    return {
      ok: true,
      value: appSchema.parse(Object.fromEntries(changed)),
      inverse: [{ is: 'set-settings', set: settingsSchema.parse(Object.fromEntries(back)) }],
    };
  },
  examples: [
    {
      says: 'what is left out stays',
      on: { label: 'Pay', description: 'Payments', hosts: ['api.example.com'] },
      change: { is: 'set-settings', set: { label: 'Acme Pay' } },
      gives: { label: 'Acme Pay', description: 'Payments', hosts: ['api.example.com'] },
    },
    {
      says: 'null takes a setting away',
      on: { docsUrl: 'https://example.com/docs' },
      change: { is: 'set-settings', set: { docsUrl: null } },
      gives: { docsUrl: undefined },
    },
  ],
};
