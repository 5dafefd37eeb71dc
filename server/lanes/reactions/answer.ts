// The answer to a request has come: the run that waits for it goes on.
import type { Reaction } from './reaction.ts';
import { walkRun } from '../walk-run.ts';

export const answer: Reaction<'answer'> = {
  react: (work, arrival) => {
    const run = work.runs.get(arrival.runId);
    if (run?.waiting?.is !== 'answer') return;
    walkRun(work, run, {
      is: 'resume',
      turn: arrival.turn,
      resume: { is: 'answer', answer: arrival.answer, state: run.waiting.state },
    });
  },
};
