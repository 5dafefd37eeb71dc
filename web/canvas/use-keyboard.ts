// Keys and the clipboard, while the canvas is what one works in.
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { toast } from '../ui/toast.tsx';
import { addCopies, removeSteps } from './canvas-edits.ts';
import { canvasCommands } from './canvas-commands.tsx';
import { keysOf } from './canvas-keys.ts';
import { readSteps, writeSteps } from './step-clipboard.ts';
import type { EditorSource } from './canvas-desk.ts';
import type { CanvasEditor } from './use-canvas-editor.ts';
import { useLatest } from './use-latest.ts';

export function useKeyboard(
  root: RefObject<HTMLDivElement | null>,
  source: EditorSource,
  editor: CanvasEditor,
): void {
  const now = useLatest({ source, editor });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isOurs(event, root.current)) return;
      const { tools } = now.current.editor;
      const keys = keysOf(event);
      const command = canvasCommands.find((one) => one.keys.includes(keys));
      if (command === undefined || !command.can(tools)) return;
      event.preventDefault();
      command.run(tools);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs(event, root.current)) copy(event, now.current.source);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isOurs(event, root.current)) paste(event, now.current.source);
    };
    // The clipboard's own events, not navigator.clipboard: those need a permission to read, these do not.
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', onKeyDown, { signal });
    document.addEventListener('copy', onCopy, { signal });
    document.addEventListener('cut', onCopy, { signal });
    document.addEventListener('paste', onPaste, { signal });
    return () => listening.abort();
  }, [root, now]);
}

function copy(
  event: ClipboardEvent,
  { steps, entries, selected, readOnly, onChange, onSelect }: EditorSource,
): void {
  const chosen = steps.filter((step) => selected.includes(step.id));
  if (chosen.length === 0 || event.clipboardData === null) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', writeSteps(chosen));
  if (event.type !== 'cut' || readOnly) return;
  onChange(
    removeSteps(
      chosen.map((step) => step.id),
      steps,
      entries,
    ),
  );
  onSelect([]);
}

function paste(event: ClipboardEvent, { steps, palette, readOnly, onChange, onSelect }: EditorSource): void {
  const held = readSteps(event.clipboardData?.getData('text/plain') ?? '');
  if (held === undefined || readOnly) return;
  event.preventDefault();
  const known = held.filter((step) => palette.some((kind) => kind.type === step.type));
  const { ids, changes } = addCopies(
    known,
    steps.map((step) => step.id),
    { x: 40, y: 40 },
  );
  if (changes.length > 0) onChange(changes);
  if (ids.length > 0) onSelect(ids);
  const left = held.length - known.length;
  if (left > 0)
    toast({
      says: `${left} of ${held.length} steps cannot stand in this flow.`,
      about: 'Its palette does not have their kind.',
      tone: 'bad',
    });
}

/** Ours is what happens on the canvas or with nothing in focus; never what is typed into a field, a palette or the panel. */
function isOurs(event: Event, root: HTMLElement | null): boolean {
  const { target } = event;
  if (root === null || !(target instanceof Element) || event.defaultPrevented) return false;
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [data-own-keys]',
    )
  )
    return false;
  return target === document.body || root.contains(target);
}
