// Rule: a loop has a step in it that waits for something, or it would run until it is stopped.
import { MOST_STEPS_WITHOUT_PAUSE } from '../run.ts';
import type { StepType } from '../step-type.ts';
import type { FlowRule } from './rule.ts';
import { waysOf } from './ways.ts';

export const loopsPause: FlowRule = {
  about: 'A loop of steps has a pause in it.',
  check: (graph, { stepTypes }) => {
    const types = new Map(graph.steps.map(({ id, type }) => [id, stepTypes.get(type)]));
    const ways = waysOf(graph, stepTypes);
    for (const [id, type] of types) {
      if (type === undefined || canPause(type)) ways.delete(id);
    }
    return loopsOf(ways).map((loop) => ({
      path: ['steps', graph.steps.findIndex(({ id }) => id === loop[0])],
      says: `The steps ${[...loop, loop[0]].join(' → ')} go round without a pause, and a run is stopped after ${MOST_STEPS_WITHOUT_PAUSE} steps. Put a step that waits between them, or make sure that a way leads out in time.`,
      level: 'warning',
    }));
  },
  examples: [
    {
      says: 'a loop that waits is fine',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'wait', settings: { minutes: 5 }, exits: { next: 'b' } },
          { id: 'b', type: 'go-to', settings: { step: 'a' }, exits: {} },
        ],
      },
      complains: [],
    },
    {
      says: 'a Go to back without a pause',
      flow: {
        start: 'a',
        steps: [
          { id: 'a', type: 'set', settings: { field: 'app.sum', value: 1 }, exits: { next: 'b' } },
          { id: 'b', type: 'go-to', settings: { step: 'a' }, exits: {} },
        ],
      },
      complains: [
        'steps.0: The steps a → b → a go round without a pause, and a run is stopped after 200 steps.',
      ],
    },
  ],
};

const pauses = ['wait', 'ask', 'call', 'enter'];

/** Taken from the examples: a type has one for each of its outcomes, so none needs to say twice that it can pause. */
function canPause({ examples }: StepType): boolean {
  return examples.some(({ gives }) => typeof gives.is === 'string' && pauses.includes(gives.is));
}

/** One loop through each knot of steps. Takes out of the graph, again and again, what leads to nothing; loops are what stays. */
function loopsOf(ways: Map<string, string[]>): string[][] {
  const loops: string[][] = [];
  for (const begin of ways.keys()) {
    const loop = loopFrom(begin, ways);
    if (loop === undefined) continue;
    loops.push(loop);
    for (const id of loop) ways.delete(id);
  }
  return loops;
}

/** Walks on, step by step, until it meets its own way; a step from which no loop is found is taken out, so each is looked at once. */
function loopFrom(begin: string, ways: Map<string, string[]>): string[] | undefined {
  const walked = [begin];
  for (let at = walked.at(-1); at !== undefined; at = walked.at(-1)) {
    const next = ways.get(at)?.find((id) => ways.has(id));
    if (next === undefined) {
      ways.delete(at);
      walked.pop();
    } else if (walked.includes(next)) {
      return walked.slice(walked.indexOf(next));
    } else {
      walked.push(next);
    }
  }
  return undefined;
}
