// The newest value inside callbacks that must keep their identity, so that 500 cards do not draw again with every edit.
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
