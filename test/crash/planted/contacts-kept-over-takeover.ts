// A planted bug: what a worker remembers of contacts outlives its ownership of them.
import type { PlantedBug } from './planted-bug.ts';

export const contactsKeptOverTakeover: PlantedBug = {
  name: 'contacts-kept-over-takeover',
  says: 'A worker that takes a shard again believes what it knew of its contacts from before: it overwrites what came since.',
  file: 'server/lanes/owner.ts',
  find: `  state.forgetContacts();`,
  replace: ``,
};
