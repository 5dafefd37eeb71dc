// A run as the canvas lays it over its flow: for each step of the bot's flow how often, which way, with what.
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { RunOverlay } from '../canvas/canvas-model.ts';
import { overlayOf, type WalkedStep } from './overlay-of.ts';

type RunView = Pick<OutputOf<'getRun'>, 'steps' | 'status' | 'endedAt'>;
type StepView = RunView['steps'][number];

/** After these a step goes on where it had paused. */
const pauses: ReadonlySet<string> = new Set(['wait', 'ask', 'call', 'enter']);

/** @param graph the flow as it was walked: what a step did not fill in is told from there. */
export function runOverlay({ steps, status, endedAt }: RunView, graph?: FlowGraph): RunOverlay {
  // A step that failed the whole run has no place on the canvas, and those of an app are on another one.
  const own = steps.filter((step) => step.depth === 0 && step.step !== '');
  const saved = new Map(graph?.steps.map(({ id, settings }) => [id, settings]));
  const walked = own.map((step, place): WalkedStep => {
    const before = own[place - 1];
    return {
      step: step.step,
      at: step.at,
      until: own[place + 1]?.at ?? endedAt,
      ok: isWell(step),
      exit: step.exit ?? null,
      input: { ...saved.get(step.step), ...(isJsonObject(step.settings) && step.settings) },
      output: outputOf(step),
      problem: isWell(step) ? undefined : step.says,
      isResumed: before?.step === step.step && pauses.has(before.is),
    };
  });
  return overlayOf(walked, status === 'waiting' ? own.at(-1)?.step : undefined);
}

function isWell({ is, exit }: StepView): boolean {
  return is !== 'fail' && exit !== 'failed';
}

function outputOf({ is, exit, set, says }: StepView) {
  return {
    is,
    ...(exit !== undefined && { exit }),
    ...(set !== undefined && { set }),
    ...(says !== undefined && { says }),
  };
}
