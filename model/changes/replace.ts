// Puts a whole definition in the place of the draft: an import, or a state of before.
import type { AppChangeKind } from './change-kind.ts';

export const replace: AppChangeKind<'replace'> = {
  says: ({ app }) => `Replaced the whole definition by that of "${app.label}"`,
  apply: (before, { app }) => ({ ok: true, value: app, inverse: [{ is: 'replace', app: before }] }),
  examples: [
    {
      says: 'nothing of the draft is left',
      on: { hosts: ['api.example.com'], fields: [{ name: 'sum', label: 'Sum', type: 'number' }] },
      change: { is: 'replace', app: { format: 'bellwire.app/1', name: 'shop', label: 'Other' } },
      gives: { label: 'Other', hosts: [], fields: [] },
    },
  ],
};
