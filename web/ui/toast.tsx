// Short words about what was just done, said from anywhere; the shelf they stand on is loaded with the first of them.
import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, useState, useSyncExternalStore } from 'react';
import type { ToastWords } from './toast-shelf.tsx';

/** What was said and does not stand on the shelf yet. */
let waiting: readonly ToastWords[] = [];
const listeners = new Set<() => void>();

/** Shows a toast from anywhere; it leaves by itself after 5 seconds, after 10 when it can be undone. */
export function toast(words: ToastWords): void {
  // Where no frame stands nobody reads it, and later it would be news of yesterday.
  if (listeners.size === 0) return;
  setWaiting([...waiting, words]);
}

function setWaiting(next: readonly ToastWords[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

const ToastShelf = lazyRouteComponent(() => import('./toast-shelf.tsx'), 'ToastShelf');

/** Stands once in the frame; toasts appear here. */
export function ToastCorner() {
  const words = useSyncExternalStore(listen, () => waiting);
  const [isNeeded, setIsNeeded] = useState(false);
  if (words.length > 0 && !isNeeded) setIsNeeded(true);
  return isNeeded ? (
    <Suspense>
      <ToastShelf waiting={words} take={takeAll} />
    </Suspense>
  ) : null;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function takeAll(): readonly ToastWords[] {
  const taken = waiting;
  setWaiting([]);
  return taken;
}
