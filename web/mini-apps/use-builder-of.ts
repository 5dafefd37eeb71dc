// Makes the builder of one mini-app out of its draft.
import { useMemo } from 'react';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import { toast } from '../ui/toast.tsx';
import type { Builder } from './builder.ts';
import { giveTyped } from '../draft/use-typed.ts';
import { useAppDraft, type AppView } from './use-app-draft.ts';

export function useBuilderOf(view: AppView): Builder {
  const [{ document: app, saving, meeting, canUndo, canRedo }, draft] = useAppDraft(view);
  // Checked here rather than taken from the server: the words stand there as soon as the mistake does.
  const complaints = useMemo(
    () => checkApp(app, checkTools).toSorted((one, other) => weight(one.level) - weight(other.level)),
    [app],
  );
  return {
    view,
    app,
    saving,
    meeting,
    complaints,
    change: (changes) => {
      const refused = draft.change(changes);
      if (refused !== undefined) toast({ says: refused.says, tone: 'bad' });
      return refused === undefined;
    },
    undo: canUndo ? () => draft.undo() : undefined,
    redo: canRedo ? () => draft.redo() : undefined,
    settled: () => {
      giveTyped();
      return draft.settled();
    },
  };
}

function weight(level: 'warning' | undefined): number {
  return level === 'warning' ? 1 : 0;
}
