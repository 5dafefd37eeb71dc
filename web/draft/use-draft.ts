// Holds the draft of the screen that edits it, and keeps up with what the server says meanwhile.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Draft, type DraftState } from './draft.ts';
import type { DraftDoor, Saved } from './draft-door.ts';
import type { KeptEdits } from './kept-edits.ts';

/** One draft for as long as the screen is there: give the screen a key of what it edits. */
export function useDraft<Document, Made>(
  saved: Saved<Document>,
  door: Omit<DraftDoor<Document, Made>, 'keep'>,
  kept: KeptEdits<Document>,
): readonly [DraftState<Document>, Draft<Document, Made>] {
  const [draft] = useState(() => new Draft(saved, { ...door, keep: kept.keep }));
  const [firstKept] = useState(() => kept);
  const state = useSyncExternalStore(draft.subscribe, draft.state);
  useEffect(() => draft.see(saved), [draft, saved]);
  useEffect(() => {
    void firstKept.take().then((found) => found.forEach((unsent) => draft.restore(unsent)));
    return () => draft.rest();
  }, [draft, firstKept]);
  useEffect(() => warnBeforeLeaving(draft), [draft]);
  return [state, draft];
}

/** The browser asks before a window is closed over a change that is still on its way. */
function warnBeforeLeaving(draft: { state: () => DraftState<unknown> }): () => void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (draft.state().saving.is !== 'saved') event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeave);
  return () => window.removeEventListener('beforeunload', onLeave);
}
