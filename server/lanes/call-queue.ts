// Starts requests and scripts when they are due, so many at a time.
import type { OutgoingCall } from './outgoing-call.ts';

export interface CallQueue {
  plan(outgoing: OutgoingCall): void;
  /** Starts none of those planned any more; what is under way goes on. */
  forget(): void;
}

/** `most` are under way at once. */
export function callQueue(most: number, doCall: (outgoing: OutgoingCall) => Promise<void>): CallQueue {
  let ready: OutgoingCall[] = [];
  let underWay = 0;
  const timers = new Set<NodeJS.Timeout>();

  const startMore = (): void => {
    while (underWay < most) {
      const next = ready.shift();
      if (next === undefined) return;
      underWay += 1;
      void doCall(next).finally(() => {
        underWay -= 1;
        startMore();
      });
    }
  };
  const startDue = (outgoing: OutgoingCall): void => {
    ready.push(outgoing);
    startMore();
  };
  return {
    plan: (outgoing) => {
      const pause = Date.parse(outgoing.dueAt) - Date.now();
      if (pause <= 0) return startDue(outgoing);
      const timer = setTimeout(() => {
        timers.delete(timer);
        startDue(outgoing);
      }, pause);
      timers.add(timer);
    },
    forget: () => {
      ready = [];
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
