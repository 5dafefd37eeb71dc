// What is being typed, ahead of what is kept: given out when one pauses or leaves.
import { useEffect, useRef, useState } from 'react';

/** So that a word is one step of undo and one request, not one per letter. */
const PAUSE_MS = 400;

interface Waiting<Value> {
  readonly value: Value;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Of each field on the page: gives out what is typed there. */
const waitingFields = new Set<() => void>();

/** For whoever needs all of it now: to publish leaves nothing behind that was typed a moment before. */
export function giveTyped(): void {
  for (const give of waitingFields) give();
}

/**
 * An undo, or somebody else's edit, replaces what was typed, unless one is typing right now.
 *
 * @example const [values, type] = useTyped(step.settings, (settings) => change(settings));
 */
export function useTyped<Value>(kept: Value, give: (value: Value) => void) {
  const [typed, setTyped] = useState(kept);
  const waiting = useRef<Waiting<Value>>(undefined);
  const newest = useRef(give);
  useEffect(() => {
    newest.current = give;
  });
  useEffect(() => {
    if (waiting.current === undefined) setTyped(kept);
  }, [kept]);
  useEffect(() => {
    const giveNow = () => {
      const held = waiting.current;
      if (held === undefined) return;
      clearTimeout(held.timer);
      waiting.current = undefined;
      newest.current(held.value);
    };
    waitingFields.add(giveNow);
    // A window that is closed or reloaded does not unmount anything.
    window.addEventListener('pagehide', giveNow);
    return () => {
      waitingFields.delete(giveNow);
      window.removeEventListener('pagehide', giveNow);
      giveNow();
    };
  }, []);
  const type = (value: Value) => {
    setTyped(value);
    clearTimeout(waiting.current?.timer);
    const timer = setTimeout(() => {
      waiting.current = undefined;
      newest.current(value);
    }, PAUSE_MS);
    waiting.current = { value, timer };
  };
  return [typed, type] as const;
}
