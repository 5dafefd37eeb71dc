// The keyboard over a list: j and k, or the arrows, go from row to row, Enter opens one, / goes to the search.
import { useEffect, type RefObject } from 'react';

/** @param list The element around the table and its search: each row's first link is what the keys go to. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { current } = list;
      if (current === null) return;
      const step = steps[event.key];
      if (step !== undefined && go(current, step)) event.preventDefault();
      if (event.key !== '/') return;
      current.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list]);
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The arrows scroll the page as ever until a row has been chosen. */
function go(list: HTMLElement, step: number): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('tbody tr td[data-first] a')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at === -1 ? 0 : at + step];
  next?.focus();
  return next !== undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="listbox"], [role="dialog"]') !== null
  );
}
