// A time has come: a run that still waits for it goes on; one that has gone on meanwhile is left alone.
import type { Reaction } from './reaction.ts';
import { walkRun } from '../walk-run.ts';

export const due: Reaction<'due'> = {
  react: (work, { runId, turn }) => {
    const run = work.runs.get(runId);
    if (run !== undefined) walkRun(work, run, { is: 'resume', turn, resume: { is: 'time' } });
  },
};
