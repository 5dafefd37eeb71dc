// A value with undo and redo, for things that live only in this page.
import { useState } from 'react';

export interface Past<Value> {
  now: Value;
  change: (next: Value) => void;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
}

export function usePast<Value>(first: Value): Past<Value> {
  const [past, setPast] = useState<readonly Value[]>([]);
  const [now, setNow] = useState(first);
  const [future, setFuture] = useState<readonly Value[]>([]);
  const [before] = past.slice(-1);
  const [after] = future;
  return {
    now,
    change: (next) => {
      setPast([...past, now]);
      setNow(next);
      setFuture([]);
    },
    undo:
      before === undefined
        ? undefined
        : () => {
            setPast(past.slice(0, -1));
            setNow(before);
            setFuture([now, ...future]);
          },
    redo:
      after === undefined
        ? undefined
        : () => {
            setPast([...past, now]);
            setNow(after);
            setFuture(future.slice(1));
          },
  };
}
