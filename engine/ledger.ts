// The ledger of a run: each visit to a step, and what of it lasts beyond the run. Read from the run's history, written nowhere.
import type { EffectKind } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { StepRecord } from '@bellwire/model/run.ts';
import { FAILED_EXIT, type StepType } from '@bellwire/model/step-type.ts';

/** What lasts: effects inside the database, a request to another system, and fields of the contact. */
export type Lasting = EffectKind | 'call' | 'fields';

export interface Visit {
  /** The steps from the run's own flow down, each with the number of its visit: `pay#1/ask#2`. The same in a replay. */
  readonly key: string;
  readonly step: string;
  readonly type: string;
  readonly depth: number;
  readonly install: string | null;
  /** Of its first record. */
  readonly at: string;
  readonly records: readonly StepRecord[];
  /** What lasts of it; empty for a step that only thinks. */
  readonly lasts: readonly Lasting[];
  /** Whether what it was to do is done: a replay then does not do it again. */
  readonly isDone: boolean;
  /** Of a replay: it had been done before. */
  readonly isSkipped: boolean;
  readonly hasFailed: boolean;
}

type StepTypes = { get(name: string): Pick<StepType, 'effects' | 'isOnce'> | undefined };

/** In the order in which they began. */
export function ledgerOf(history: readonly StepRecord[], stepTypes: StepTypes): Visit[] {
  const visits: Visit[] = [];
  const places = new Map<string, number>();
  for (const { key, record } of keyed(history)) {
    const at = places.get(key) ?? visits.length;
    places.set(key, at);
    visits[at] = visitOf(key, [...(visits[at]?.records ?? []), record], stepTypes.get(record.type));
  }
  return visits;
}

/** The key of the visit that begins when the run comes to this step now. */
export function nextKey(history: readonly StepRecord[], step: string, depth: number): string {
  const arriving = { step, type: '', depth, at: '', is: 'go' };
  return keyed([...history, arriving]).at(-1)?.key ?? '';
}

/** After these a step goes on later: its next record belongs to the same visit. */
const pauses: ReadonlySet<string> = new Set(['call', 'compute', 'wait', 'ask', 'enter', 'run']);

interface Open {
  readonly key: string;
  readonly step: string;
  readonly goesOn: boolean;
}

function keyed(history: readonly StepRecord[]): { readonly key: string; readonly record: StepRecord }[] {
  const counts = new Map<string, number>();
  const open: Open[] = [];
  return history.flatMap((record) => {
    const { step, depth } = record;
    // A run's opening, or why the whole of it failed: no step.
    if (step === '') return [];
    const before = open[depth];
    const goesOn = pauses.has(record.is);
    if (before?.goesOn === true && before.step === step) {
      open.splice(depth, open.length, { ...before, goesOn });
      return [{ key: before.key, record }];
    }
    const parent = depth === 0 ? '' : `${open[depth - 1]?.key ?? ''}/`;
    const count = (counts.get(parent + step) ?? 0) + 1;
    counts.set(parent + step, count);
    const key = `${parent}${step}#${count}`;
    open.splice(depth, open.length, { key, step, goesOn });
    return [{ key, record }];
  });
}

function visitOf(
  key: string,
  records: readonly StepRecord[],
  type: Pick<StepType, 'effects' | 'isOnce'> | undefined,
): Visit {
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined) throw new TypeError('A visit has at least one record.');
  const lasts = lastingOf(records, type);
  const hasLeft = last.is === 'go' && last.exit !== FAILED_EXIT && hasGoodAnswer(records);
  return {
    key,
    step: first.step,
    type: first.type,
    depth: first.depth,
    install: first.install ?? null,
    at: first.at,
    records,
    lasts,
    isDone: hasLeft && (lasts.length > 0 || type?.isOnce === true || last.skipped === true),
    isSkipped: last.skipped === true,
    hasFailed:
      last.is === 'fail' || (last.is === 'go' && (last.exit === FAILED_EXIT || !hasGoodAnswer(records))),
  };
}

function lastingOf(records: readonly StepRecord[], type: Pick<StepType, 'effects'> | undefined): Lasting[] {
  const isIdle = records[0]?.idle === true;
  return [
    ...(isIdle ? [] : (type?.effects ?? [])),
    ...(records.some(({ is }) => is === 'call') ? (['call'] as const) : []),
    ...(records.some(({ set }) => writesToContact(set)) ? (['fields'] as const) : []),
  ];
}

function writesToContact(set: JsonObject | undefined): boolean {
  return Object.keys(set ?? {}).some((to) => to.startsWith('user.'));
}

/** Nobody knows whether a request that was answered by an error has been done: a replay makes it again. */
function hasGoodAnswer(records: readonly StepRecord[]): boolean {
  const status = records.findLast((record) => record.status !== undefined)?.status;
  return status === undefined || (status >= 200 && status < 400);
}
