// Writes all that a batch of arrivals led to in one statement, and so in one transaction: it happened wholly, or not at all.
import type pg from 'pg';
import { commitParts, partText, partValues, type CommitPart, type CommitRows } from './commit-parts.ts';
import { entityId, type EntityState } from './entity.ts';
import {
  callRow,
  contactRow,
  entityRow,
  eventRow,
  fireRow,
  heldRow,
  messageRow,
  orderRow,
  parkedRow,
  rerunRow,
  runRow,
  timerRow,
  urlRow,
} from './rows.ts';
import { receiptRows } from './receipt-rows.ts';
import { sumCounts } from './sum-counts.ts';
import type { LaneRow, Work } from './work.ts';

export interface Batch {
  /** Worked off: they leave the log with this commit. */
  readonly works: readonly Work[];
  /** Behind a run that waits for an answer: they leave the log too, and wait in their lane's own place. */
  readonly held: readonly LaneRow[];
}

export async function commitBatch(session: pg.Client, batch: Batch): Promise<void> {
  const rows = rowsOf(batch);
  const names = partNames.filter((name) => rows[name].length > 0);
  if (names.length === 0) return;
  await session.query({
    ...statementOf(names),
    values: names.flatMap((name) => partValues(name, rows[name])),
  });
}

const partNames = Object.keys(commitParts).filter((name): name is CommitPart => name in commitParts);

interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The same parts always make the same statement, which a session then prepares once. */
function statementOf(names: readonly CommitPart[]): Statement {
  const known = statements.get(names.join());
  if (known !== undefined) return known;
  let first = 1;
  const parts = names.map((name) => {
    const text = `${name} as (${partText(name, first)})`;
    first += Object.keys(commitParts[name].columns).length;
    return text;
  });
  // Numbered: PostgreSQL cuts names after 63 characters, and two that begin alike would be taken for one.
  const made = { name: `lane-commit-${statements.size + 1}`, text: `with ${parts.join(', ')} select 1` };
  statements.set(names.join(), made);
  return made;
}

const statements = new Map<string, Statement>();

function rowsOf({ works, held }: Batch): CommitRows {
  const kept = works.flatMap(({ row, keep }) => (keep === null ? [] : [{ ...row, arrival: keep }]));
  const ended = works.filter(({ keep }) => keep === null).map(({ row }) => row);
  const left = [...ended, ...held, ...kept];
  return {
    done: left
      .filter(({ isHeld }) => !isHeld)
      .map(({ workspaceId, seq }) => ({ workspace_id: workspaceId, seq })),
    done_held: ended.filter(({ isHeld }) => isHeld).map(({ lane, seq }) => ({ lane, seq })),
    hold: [...held, ...kept].map(heldRow),
    contacts: last(
      works,
      (work) => (work.contactChanged && work.contact !== null ? [work.contact] : []),
      contactRow,
    ),
    runs: runRows(works),
    messages: works.flatMap((work) => work.said.map((said) => messageRow(said, work))),
    orders: last(works, ({ orders }) => orders, orderRow),
    events: last(
      works,
      ({ events }) => events.map((event) => ({ ...event, id: event.row.id })),
      (event, work) => eventRow(event, work),
    ),
    fires: works.flatMap((work) => work.fires.map((fire) => fireRow(fire, work))),
    timers: works.flatMap((work) => work.timers.map((timer) => timerRow(timer, work))),
    calls: works.flatMap((work) => (work.call === null ? [] : [callRow(work.call, work)])),
    urls: works.flatMap((work) => work.urls.map((url) => urlRow(url, work))),
    receipts: works.flatMap(receiptRows),
    parked_now: works.flatMap((work) => work.parked.map((parked) => parkedRow(parked, work))),
    unparked: works.flatMap(({ unparked }) => unparked.map((eventId) => ({ event_id: eventId }))),
    reruns: works.flatMap((work) => work.reruns.map((end) => rerunRow(end, work))),
    counts: sumCounts(works),
    entities: last(works, changedEntity, (entity, work) => entityRow(entity, work)),
    timers_over: [...new Set(works.flatMap(({ resumedRuns }) => resumedRuns))].map((id) => ({ run_id: id })),
  };
}

/** One statement may write a row once: of several states of a thing in one batch, the last is what it came to. */
function last<Value extends { readonly id: string }, Row>(
  works: readonly Work[],
  of: (work: Work) => readonly Value[],
  toRow: (value: Value, work: Work) => Row,
): Row[] {
  const states = new Map<string, { value: Value; work: Work }>();
  for (const work of works) for (const value of of(work)) states.set(value.id, { value, work });
  return [...states.values()].map(({ value, work }) => toRow(value, work));
}

function changedEntity({ entity, entityChanged }: Work): (EntityState & { readonly id: string })[] {
  return entityChanged && entity !== null ? [{ ...entity, id: entityId(entity) }] : [];
}

function runRows(works: readonly Work[]) {
  // The messages of a run may have been said in several arrivals of the batch.
  const saidBy = new Map<string, number[]>();
  for (const { said } of works) {
    for (const { runId, message } of said)
      if (runId !== null) saidBy.set(runId, [...(saidBy.get(runId) ?? []), message.seq]);
  }
  const moved = (work: Work) => [...work.changedRuns].flatMap((id) => work.runs.get(id) ?? []);
  return last(works, moved, (run, work) => runRow(run, saidBy.get(run.id) ?? [], work));
}
