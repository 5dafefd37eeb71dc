// Who did it, for histories: the person, or nobody where a key did.
import type { Caller } from '../people/caller.ts';

export function personOf(caller: Caller): string | null {
  return caller.is === 'person' ? caller.personId : null;
}

/** As a story tells it: `Ada Lovelace`, or `API key "server" (bw_key_3f…)`. */
export function sayCaller(caller: Caller): string {
  if (caller.is === 'person') return caller.name;
  return caller.is === 'key' ? `API key "${caller.name}" (${caller.start}…)` : 'somebody unknown';
}
