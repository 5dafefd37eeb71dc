// Walking a run again: what it had done is taken from its ledger, and only the rest is done.
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Frame, RecalledVisit, Replay, StepRecord } from '@bellwire/model/run.ts';
import type { Outcome, StepType } from '@bellwire/model/step-type.ts';
import { ledgerOf, nextKey, type Visit } from './ledger.ts';
import type { Walk } from './walk.ts';

export interface ReplayChoice {
  /** `skip`: what is done is not done again, except `again`. `again`: all of it is. */
  readonly effects: 'skip' | 'again';
  /** Visits, by their keys, that are done again all the same. */
  readonly again: readonly string[];
  /** `failed`: the last visit that failed; or a visit's key. */
  readonly from: string;
}

const FROM_START = 'start';
const FROM_FAILED = 'failed';

interface PastRun {
  readonly id: string;
  readonly history: readonly StepRecord[];
}

type StepTypes = { get(name: string): Pick<StepType, 'effects' | 'isOnce'> | undefined };

export function replayOf(run: PastRun, stepTypes: StepTypes, choice: ReplayChoice): Replay {
  const visits = ledgerOf(run.history, stepTypes);
  const from = startOf(visits, choice.from);
  const done: Record<string, RecalledVisit> = {};
  const ways: Record<string, string> = {};
  for (const visit of visits) {
    const recalled = recalledVisit(visit);
    if (recalled === null) continue;
    if (isSkipped(visit, visits, choice)) done[visit.key] = recalled;
    else if (from !== null && isOnTheWay(visit, from) && Object.keys(recalled.set).length === 0)
      ways[visit.key] = recalled.exit;
  }
  return { of: run.id, done, ways, from };
}

/** What lasts is done where it is not skipped; and the way to a step inside an action leads into the action. */
function isOnTheWay({ key, lasts }: Visit, from: string): boolean {
  return lasts.length === 0 && !`${from}/`.startsWith(`${key}/`);
}

function startOf(visits: readonly Visit[], from: string): string | null {
  if (from === FROM_START) return null;
  const failed = from === FROM_FAILED ? visits.findLast(({ hasFailed }) => hasFailed) : undefined;
  return failed?.key ?? visits.find(({ key }) => key === from)?.key ?? null;
}

/** What came of a visit that was left by an exit. */
function recalledVisit({ type, at, records }: Visit): RecalledVisit | null {
  const last = records.at(-1);
  if (last?.is !== 'go' || last.exit === undefined) return null;
  const set: JsonObject = {};
  for (const record of records) Object.assign(set, record.set, record.kept);
  const ofApp = Object.entries(set).filter(([to]) => to.startsWith('app.'));
  return { type, exit: last.exit, set: Object.fromEntries(ofApp), at };
}

/** An action that was entered is skipped whole, unless something inside it is to be done again. */
function isSkipped(visit: Visit, visits: readonly Visit[], { effects, again }: ReplayChoice): boolean {
  if (effects === 'again' || again.some((key) => key === visit.key || key.startsWith(`${visit.key}/`)))
    return false;
  if (visit.isDone) return true;
  const last = visit.records.at(-1);
  const within = visits.filter(({ key }) => key.startsWith(`${visit.key}/`));
  return !visit.hasFailed && last?.is === 'go' && within.some(({ lasts }) => lasts.length > 0);
}

/** What came of this visit the first time, where it is not to be decided anew; null where it is. */
export function recall(
  walk: Walk,
  frame: Frame,
  step: FlowStep,
): { outcome: Outcome; isSkipped: boolean } | null {
  const { replay, history, frames } = walk.run;
  if (replay === undefined) return null;
  const key = nextKey(history, step.id, frames.length - 1);
  if (key === replay.from) walk.run = { ...walk.run, replay: { ...replay, from: null } };
  const done = replay.done[key];
  // A step that has become another one since has not been done.
  if (done !== undefined && done.type === step.type) {
    const set = Object.entries(done.set).map(([to, value]) => ({ to, value: value ?? null }));
    const says = `Done before, on ${done.at}: not done again.`;
    return {
      outcome: { is: 'go', exit: done.exit, set: frame.flow.is === 'app' ? set : [], says },
      isSkipped: true,
    };
  }
  const exit = replay.from === null || key === replay.from ? undefined : replay.ways[key];
  if (exit === undefined) return null;
  return { outcome: { is: 'go', exit, says: 'Went the way of the first time.' }, isSkipped: false };
}
