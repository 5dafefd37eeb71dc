// What an arrival leads to in the simulation, and the commit of a batch: whole, or not at all.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { LaneState } from '@bellwire/server/lanes/lane-state.ts';
import type { LaneRow } from '@bellwire/server/lanes/work.ts';
import type { SimCall, SimDatabase, SimMessage, SimRun } from './database.ts';

export interface Batch {
  readonly done: LaneRow[];
  readonly hold: LaneRow[];
  readonly runs: SimRun[];
  readonly calls: SimCall[];
  readonly timers: { readonly id: string; readonly lane: string; readonly dueAt: number }[];
  readonly messages: (SimMessage & { readonly lane: string })[];
  readonly contacts: Map<string, ContactState>;
}

/** In memory only, as the product does it: what turns out to stand behind a new wait is held. */
export function react(database: SimDatabase, state: LaneState, work: readonly LaneRow[]): Batch {
  const batch: Batch = {
    done: [],
    hold: [],
    runs: [],
    calls: [],
    timers: [],
    messages: [],
    contacts: new Map(),
  };
  for (const row of work) {
    if (state.waiting.has(row.lane) && row.arrival.kind !== 'answer') batch.hold.push(row);
    else reactTo(row, { database, state, batch });
  }
  return batch;
}

interface Desk {
  readonly database: SimDatabase;
  readonly state: LaneState;
  readonly batch: Batch;
}

function reactTo(row: LaneRow, { database, state, batch }: Desk): void {
  const { lane, arrival } = row;
  batch.done.push(row);
  if (arrival.kind === 'answer') state.waiting.delete(lane);
  const run = runOf(row, { database, batch });
  if (run === undefined) return;
  const { tick, id } = run;
  const contact = state.contact(lane) ?? database.contacts.get(lane) ?? newContact(lane);
  const say = (text: string, counts: Record<string, number>): void => {
    const lastSeq = contact.lastSeq + 1;
    const next = { ...contact, lastSeq, fields: { ...contact.fields, ...counts } };
    batch.messages.push({ lane, seq: lastSeq, text, at: database.now });
    batch.contacts.set(lane, next);
    state.keep(next);
  };
  const count = (name: string): number => Number(contact.fields[name] ?? 0) + 1;
  if (arrival.kind === 'due') return say(`late ${tick.n}`, { late: count('late') });
  if (arrival.kind !== 'answer' && tick.calls) {
    batch.runs.push({ ...run, status: 'waiting' });
    batch.calls.push({ id, lane });
    state.waiting.add(lane);
    return say(`ask ${tick.n}`, { last_n: tick.n, tally: count('tally') });
  }
  batch.runs.push({ ...run, status: 'done' });
  if (tick.pause > 0) batch.timers.push({ id, lane, dueAt: database.now + tick.pause * 1000 });
  say(`done ${tick.n}`, arrival.kind === 'answer' ? {} : { last_n: tick.n, tally: count('tally') });
}

/** An answer to a run that is over, and a second start of one, lead to nothing. */
function runOf({ id, lane, arrival }: LaneRow, { database, batch }: Omit<Desk, 'state'>): SimRun | undefined {
  const known = (runId: string): SimRun | undefined =>
    batch.runs.findLast((run) => run.id === runId) ?? database.runs.get(runId);
  if (arrival.kind === 'due') return known(arrival.runId);
  if (arrival.kind === 'answer') {
    const run = known(arrival.runId);
    return run?.status === 'waiting' ? run : undefined;
  }
  const tick = database.ticks.get(id);
  return tick === undefined ? undefined : { id: `run of ${id}`, lane, tick, status: 'waiting' };
}

/** @throws Error where a key would be there twice: so does the real one. */
export function commitBatch(database: SimDatabase, batch: Batch): void {
  for (const row of [...batch.done, ...batch.hold])
    (row.isHeld ? database.held : database.log).delete(row.seq);
  for (const row of batch.hold) database.held.set(row.seq, { ...row, isHeld: true });
  for (const run of batch.runs) database.runs.set(run.id, run);
  for (const call of batch.calls) database.calls.set(call.id, call);
  for (const timer of batch.timers) database.timers.set(timer.id, timer);
  for (const [lane, contact] of batch.contacts) database.contacts.set(lane, contact);
  for (const { lane, ...message } of batch.messages) {
    const said = database.messages.get(lane) ?? [];
    if (said.some(({ seq }) => seq === message.seq))
      throw new Error(`The lane ${lane} has a message ${message.seq} already.`);
    database.messages.set(lane, [...said, message]);
  }
}

function newContact(lane: string): ContactState {
  const nothing = { name: '', email: null, phone: null, language: null, timeZone: null, tags: [] };
  const never = { pausedUntil: null, askingRunId: null, lastText: null, order: null };
  return { id: lane, ns: lane, workspaceId: 'w', botId: 'b', fields: {}, lastSeq: 0, ...nothing, ...never };
}
