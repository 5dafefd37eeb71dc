// The frame of the forms that lead in: sends on Enter, and says above the fields what no field shows.
import type { ReactNode } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { ProblemNote } from '../ui/problem-note.tsx';

export interface EntryFormProps {
  error: ProblemError | null;
  /** The inputs whose problems stand beside their fields. */
  shownBeside: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
}

export function EntryForm({ error, shownBeside, onSubmit, children }: EntryFormProps) {
  const problem = problemElsewhere(error, shownBeside);
  return (
    <form
      className="entry-form"
      // Our own words stand beside the fields; the browser's would come before them, and in another language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
      {children}
    </form>
  );
}
