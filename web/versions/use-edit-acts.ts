// The ways back of a draft as a list of edits offers them: done, refused in words, or asked about first.
import { useState } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { toast } from '../ui/toast.tsx';
import type { EditActs } from './edit-list.tsx';

interface Doors {
  /** The revision with all that was changed on the page; undefined where that could not be saved. */
  settled(): Promise<number | undefined>;
  revert(revision: number, edit: number, anyway: boolean): Promise<unknown>;
  restore(revision: number, edit: number): Promise<unknown>;
  readonly busy: boolean;
}

export function useEditActs({ settled, revert, restore, busy }: Doors): EditActs {
  const [conflict, setConflict] = useState<EditActs['conflict']>();
  const attempt = async (act: (revision: number) => Promise<unknown>, edit: number, says: string) => {
    const revision = await settled();
    if (revision === undefined) return toast({ says: 'Your last changes are not saved yet.', tone: 'bad' });
    try {
      await act(revision);
      setConflict(undefined);
      toast({ says });
    } catch (error) {
      if (!isProblem(error)) throw error;
      if ('conflicts' in error.facts) setConflict({ edit, says: error.message });
      else toast({ says: problemWords(error).says, tone: 'bad' });
    }
  };
  return {
    revert: (edit, anyway) =>
      void attempt((revision) => revert(revision, edit, anyway), edit, 'The edit is taken back.'),
    restore: (edit) =>
      void attempt((revision) => restore(revision, edit), edit, 'The draft is what it was then.'),
    busy,
    conflict,
    forget: () => setConflict(undefined),
  };
}

function isProblem(error: unknown): error is ProblemError {
  return error instanceof Error && error.name === 'ProblemError';
}
