// Writes all that a batch of arrivals led to in one statement, and so in one transaction: it happened wholly, or not at all.
import type pg from 'pg';
import { commitText } from './commit-text.ts';
import { contactRow, eventRow, fireRow, messageRow, orderRow, parkedRow, runRow, urlRow, callRow } from './rows.ts';
import { shardOf } from './shard.ts';
import type { LaneRow, Work } from './work.ts';

export interface Batch {
  /** Worked off: they leave the log with this commit. */
  readonly works: readonly Work[];
  /** Behind a run that waits for an answer: they leave the log too, and wait in their lane's own place. */
  readonly held: readonly LaneRow[];
}

export async function commitBatch(session: pg.Client, { works, held }: Batch): Promise<void> {
  const ended = works.filter(({ keep }) => keep === null);
  const kept = works.filter(({ keep }) => keep !== null);
  const list = <Row>(rows: (work: Work) => readonly Row[]): string => JSON.stringify(works.flatMap(rows));
  await session.query({
    name: 'lane-commit',
    text: commitText,
    values: [
      ended.map(({ row }) => row.seq),
      held.map(({ seq }) => seq),
      JSON.stringify(kept.map(({ row, keep }) => ({ seq: row.seq, body: keep }))),
      JSON.stringify(lastStates(works, (work) => (work.contact === null ? [] : [work.contact])).map(({ value, work }) => contactRow(value, work))),
      JSON.stringify(lastStates(works, movedRuns).map(({ value, work }) => runRow(value, works, work))),
      list((work) => work.said.map((said) => messageRow(said, work))),
      JSON.stringify(lastStates(works, ({ orders }) => orders).map(({ value, work }) => orderRow(value, work))),
      JSON.stringify(lastStates(works, ({ events }) => events.map((event) => ({ ...event, id: event.row.id }))).map(({ value, work }) => eventRow(value, work))),
      list((work) => work.fires.map((fire) => fireRow(fire, work))),
      list((work) => work.timers.map((timer) => ({ run_id: timer.runId, turn: timer.turn, workspace_id: work.row.workspaceId, shard: shardOf(work.row.lane), lane: work.row.lane, due_at: timer.dueAt }))),
      list((work) => (work.call === null ? [] : [callRow(work.call, work)])),
      list((work) => work.urls.map((url) => urlRow(url, work))),
      list((work) => work.parked.map((parked) => parkedRow(parked, work))),
      works.flatMap(({ unparked }) => unparked),
      JSON.stringify(sumCounts(works)),
      [...new Set(works.flatMap(({ changedRuns }) => [...changedRuns]))],
    ],
  });
}

function movedRuns(work: Work) {
  return [...work.changedRuns].flatMap((id) => work.runs.get(id) ?? []);
}

/** One statement may write a row once: of several states of a thing in one batch, the last is what it came to. */
function lastStates<Value extends { readonly id: string }>(works: readonly Work[], of: (work: Work) => readonly Value[]): { value: Value; work: Work }[] {
  const last = new Map<string, { value: Value; work: Work }>();
  for (const work of works) for (const value of of(work)) last.set(value.id, { value, work });
  return [...last.values()];
}

/** Counts go to the slot of the shard's group: workers with other shards never touch the same row. */
function sumCounts(works: readonly Work[]) {
  const sums = new Map<string, { workspace_id: string; subscription_id: string; slot: number; done: number; filtered: number; parked: number; at: string }>();
  for (const work of works) {
    for (const { subscriptionId, result } of work.counts) {
      const slot = shardOf(work.row.lane);
      const key = `${subscriptionId} ${slot}`;
      const sum = sums.get(key) ?? { workspace_id: work.row.workspaceId, subscription_id: subscriptionId, slot, done: 0, filtered: 0, parked: 0, at: work.now };
      sums.set(key, { ...sum, [result]: sum[result] + 1, at: work.now });
    }
  }
  return [...sums.values()];
}
