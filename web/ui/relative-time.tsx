// A moment in words that stay true, with the exact time on hover.
import { useSyncExternalStore } from 'react';
import { relativeWords } from './relative-words.ts';
import { Tooltip } from './tooltip.tsx';

/** One clock for all: a page with 200 times has one timer, and all its words turn together. */
const TICK_MS = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = Date.now();

export function RelativeTime({ at }: { at: string }) {
  const now = useSyncExternalStore(subscribe, () => tick);
  const moment = new Date(at);
  const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' }).format(moment);
  return (
    <Tooltip says={exact}>
      <time dateTime={at} className="relative-time">
        {relativeWords(moment, new Date(now))}
      </time>
    </Tooltip>
  );
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    tick = Date.now();
    timer = setInterval(() => {
      tick = Date.now();
      for (const each of listeners) each();
    }, TICK_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}
