// A run as the canvas lays it over its flow: for each step of the bot's flow how often, which way, with what.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { RunOverlay, StepRun, StepVisit } from '../canvas/canvas-model.ts';

type RunView = Pick<OutputOf<'getRun'>, 'steps' | 'status' | 'endedAt'>;
type StepView = RunView['steps'][number];

export function runOverlay({ steps, status, endedAt }: RunView): RunOverlay {
  const told: Record<string, StepRun> = {};
  for (const [place, step] of steps.entries()) {
    // A step that failed the whole run has no place on the canvas, and those of an app are on another one.
    if (step.depth > 0 || step.step === '') continue;
    told[step.step] = withVisit(told[step.step] ?? never, step, nextMoment(steps, place) ?? endedAt);
  }
  const last = steps.findLast((step) => step.depth === 0 && step.step !== '');
  return { steps: told, ...(status === 'waiting' && last !== undefined && { active: last.step }) };
}

const never: StepRun = { visited: 0, ok: 0, failed: 0, exits: {}, visits: [] };

function withVisit(run: StepRun, step: StepView, until: string | null): StepRun {
  const ok = step.is !== 'fail' && step.exit !== 'failed';
  const { exit } = step;
  return {
    visited: run.visited + 1,
    ok: run.ok + (ok ? 1 : 0),
    failed: run.failed + (ok ? 0 : 1),
    exits: exit === undefined ? { ...run.exits } : { ...run.exits, [exit]: (run.exits?.[exit] ?? 0) + 1 },
    visits: [visitOf(step, ok, until), ...run.visits],
  };
}

function visitOf(step: StepView, ok: boolean, until: string | null): StepVisit {
  const { at, is, exit, settings, set, says } = step;
  return {
    at,
    ok,
    tookMs: until === null ? 0 : Math.max(0, Date.parse(until) - Date.parse(at)),
    input: settings ?? {},
    output: {
      is,
      ...(exit !== undefined && { exit }),
      ...(set !== undefined && { set }),
      ...(says !== undefined && { says }),
    },
    ...(!ok && says !== undefined && { problem: says }),
  };
}

/** When the next step of the same flow began: then this one was through. */
function nextMoment(steps: readonly StepView[], place: number): string | undefined {
  return steps.slice(place + 1).find((step) => step.depth === 0)?.at;
}
