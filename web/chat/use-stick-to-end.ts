// Keeps a scrolled list at its end while it grows, unless its reader has gone up to read.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface StickToEnd {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: boolean;
  readonly toEnd: () => void;
}

const NEAR_END_PIXELS = 80;

/** @param growth Changes whenever the list grows. @param own Counts what the reader adds: then the end is what they want to see. */
export function useStickToEnd(growth: string, own: number): StickToEnd {
  const ref = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);
  const toEnd = () => ref.current?.scrollTo({ top: ref.current.scrollHeight });

  useLayoutEffect(() => {
    if (sticks.current || own > 0) toEnd();
  }, [growth, own]);

  useEffect(() => {
    const list = ref.current;
    if (list === null) return;
    const look = () => {
      sticks.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PIXELS;
      setAtEnd(sticks.current);
    };
    // A phone's keyboard takes half of the list away.
    const resized = new ResizeObserver(() => (sticks.current ? toEnd() : look()));
    list.addEventListener('scroll', look, { passive: true });
    resized.observe(list);
    return () => {
      list.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, []);

  return { ref, isAtEnd, toEnd };
}
