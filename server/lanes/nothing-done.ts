// The work of an arrival before anything is done: empty hands, new for each.
import type { Work } from './work.ts';

type Given =
  | 'row'
  | 'now'
  | 'definitions'
  | 'world'
  | 'runs'
  | 'pastEvent'
  | 'pastRun'
  | 'contact'
  | 'entity'
  | 'flowFires'
  | 'causes';

export function nothingDone(): Omit<Work, Given> {
  return {
    contactChanged: false,
    entityChanged: false,
    call: null,
    keep: null,
    changedRuns: new Set(),
    resumedRuns: [],
    said: [],
    orders: [],
    fires: [],
    urls: [],
    timers: [],
    events: [],
    parked: [],
    unparked: [],
    reruns: [],
    counts: [],
    seen: false,
  };
}
