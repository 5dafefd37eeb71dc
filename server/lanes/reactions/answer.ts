// The answer to a request, or the result of a script, has come: the run that waits for it goes on.
import type { CallAnswer } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { ScriptResult } from '@bellwire/model/script.ts';
import type { Resume } from '@bellwire/model/step-type.ts';
import type { Reaction } from './reaction.ts';
import { walkRun } from '../walk-run.ts';

export const answer: Reaction<'answer'> = {
  react: (work, arrival) => {
    const run = work.runs.get(arrival.runId);
    if (run?.waiting?.is !== 'answer') return;
    const resume = resumeBy(arrival.answer, run.waiting.state);
    walkRun(work, run, { is: 'resume', turn: arrival.turn, resume });
  },
};

function resumeBy(answer: CallAnswer | ScriptResult, state: JsonObject): Resume {
  return answer.is === 'computed' || answer.is === 'broken'
    ? { is: 'computed', result: answer, state }
    : { is: 'answer', answer, state };
}
