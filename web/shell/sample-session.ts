// A session to look at the frame with, until the real one is asked for.
import type { Session } from './session.ts';

const acme = { id: 'w1', name: 'Acme Shop', role: 'Owner' };

export const sampleSession: Session = {
  person: { name: 'Ada Holm', email: 'ada@acme.example' },
  workspace: acme,
  workspaces: [acme, { id: 'w2', name: 'Northwind Studio', role: 'Builder' }],
};
