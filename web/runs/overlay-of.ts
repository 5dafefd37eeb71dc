// Steps that were walked, laid over their flow: for each how often, which way, and with what.
import type { RunOverlay, StepRun, StepVisit } from '../canvas/canvas-model.ts';

export interface WalkedStep {
  readonly step: string;
  readonly at: string;
  /** When the flow went on. */
  readonly until: string | null;
  readonly ok: boolean;
  readonly exit: string | null;
  readonly input: unknown;
  readonly output: unknown;
  readonly problem?: string | undefined;
  /** It goes on where the step had paused: not another visit, but the rest of the last one. */
  readonly isResumed: boolean;
}

export function overlayOf(walked: readonly WalkedStep[], active: string | undefined): RunOverlay {
  const steps: Record<string, StepRun> = {};
  for (const one of walked) {
    const before = steps[one.step] ?? never;
    const [last, ...earlier] = before.visits;
    const isRest = one.isResumed && last !== undefined;
    const visit = visitOf(one, isRest ? last : undefined);
    steps[one.step] = counted([visit, ...(isRest ? earlier : before.visits)], exitsOf(before, one));
  }
  return { steps, ...(active !== undefined && { active }) };
}

const never: StepRun = { visited: 0, ok: 0, failed: 0, exits: {}, visits: [] };

function counted(visits: readonly StepVisit[], exits: StepRun['exits']): StepRun {
  const ok = visits.filter((visit) => visit.ok).length;
  return { visited: visits.length, ok, failed: visits.length - ok, exits: exits ?? {}, visits };
}

function exitsOf({ exits = {} }: StepRun, { exit }: WalkedStep): StepRun['exits'] {
  return exit === null ? exits : { ...exits, [exit]: (exits[exit] ?? 0) + 1 };
}

function visitOf(
  { at, until, ok, input, output, problem }: WalkedStep,
  begun: StepVisit | undefined,
): StepVisit {
  const from = begun?.at ?? at;
  return {
    at: from,
    ok,
    tookMs: until === null ? 0 : Math.max(0, Date.parse(until) - Date.parse(from)),
    input,
    output,
    ...(problem !== undefined && { problem }),
  };
}
