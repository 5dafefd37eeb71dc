// Who did something, for histories and stories.
import type { Caller } from './caller.ts';

/** Null where a key did it. */
export function personIdOf(caller: Caller): string | null {
  return caller.is === 'person' ? caller.personId : null;
}

/** As a story tells it: `Ada Lovelace`, or `API key "server" (bw_key_3f…)`. */
export function sayCaller(caller: Caller): string {
  if (caller.is === 'person') return caller.name;
  return caller.is === 'key' ? `API key "${caller.name}" (${caller.start}…)` : 'somebody unknown';
}
