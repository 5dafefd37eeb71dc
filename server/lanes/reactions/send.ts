// A member of the team, or an app by its key, speaks to the contact.
import { sayTo } from '../say-to.ts';
import type { Reaction } from './reaction.ts';

export const send: Reaction<'send'> = {
  react: (work, { content, sender }) => {
    sayTo(work, { from: sender, content, runId: null, seed: work.row.id, id: work.row.id });
  },
};
