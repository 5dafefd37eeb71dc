// Keeps a live list still while somebody reads it: new rows come in by themselves only where nobody would lose their place.
import { useState, useSyncExternalStore } from 'react';
import { calmRows, type Identified } from './calm-rows.ts';

/** Further down than this one is reading. */
const TOP_PIXELS = 80;

interface Kept<Row> {
  readonly view: string;
  readonly from: readonly Row[];
  readonly still: boolean;
  readonly shown: readonly Row[];
}

/** @param view Names what is listed: another view begins anew. */
export function useCalmRows<Row extends Identified>(rows: readonly Row[] | undefined, view: string) {
  const [touched, setTouched] = useState(false);
  const isDown = useSyncExternalStore(onScroll, () => window.scrollY > TOP_PIXELS);
  const [kept, setKept] = useState<Kept<Row>>();
  // With the pointer or the focus among the rows, they are being read.
  const readers = {
    onPointerEnter: () => setTouched(true),
    onPointerLeave: () => setTouched(false),
    onFocus: () => setTouched(true),
    onBlur: () => setTouched(false),
  };
  if (rows === undefined) return { shown: undefined, fresh: 0, letIn: () => undefined, readers };
  const before = kept?.view === view ? kept.shown : [];
  const still = (touched || isDown) && before.length > 0;
  const { shown, fresh } = calmRows(before, rows, still ? before[0]?.id : undefined);
  const next = { view, from: rows, still, shown };
  if (kept?.view !== view || kept.from !== rows || kept.still !== still) setKept(next);
  return { shown, fresh, letIn: () => setKept({ ...next, shown: rows }), readers };
}

function onScroll(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}
