// A database in memory for the simulation: locks that end with their session, rows that are seen only after their commit.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { LaneRow } from '@bellwire/server/lanes/work.ts';
import type { Tick } from '../tick.ts';

export interface Session {
  readonly number: number;
  beatenAt: number;
  ended: boolean;
}

export interface SimRun {
  readonly id: string;
  readonly lane: string;
  readonly tick: Tick;
  status: 'waiting' | 'done';
}

export interface SimCall {
  readonly id: string;
  readonly lane: string;
}

interface SimTimer extends SimCall {
  readonly dueAt: number;
}

export interface SimMessage {
  readonly seq: number;
  readonly text: string;
  readonly at: number;
}

export interface SimDatabase {
  /** Virtual milliseconds. */
  now: number;
  readonly sessions: Set<Session>;
  /** Shards and who has their lock. */
  readonly locks: Map<number, Session>;
  readonly log: Map<number, LaneRow>;
  /** Numbered already, and not committed yet. */
  readonly underWay: Set<LaneRow>;
  readonly held: Map<number, LaneRow>;
  readonly runs: Map<string, SimRun>;
  readonly calls: Map<string, SimCall>;
  readonly timers: Map<string, SimTimer>;
  readonly contacts: Map<string, ContactState>;
  /** By lane. */
  readonly messages: Map<string, SimMessage[]>;
  /** What every event is about, by the id of its row. */
  readonly ticks: Map<string, Tick>;
  lastSeq: number;
}

export class SessionEnded extends Error {}

export function makeDatabase(): SimDatabase {
  return {
    now: 0,
    sessions: new Set(),
    locks: new Map(),
    log: new Map(),
    underWay: new Set(),
    held: new Map(),
    runs: new Map(),
    calls: new Map(),
    timers: new Map(),
    contacts: new Map(),
    messages: new Map(),
    ticks: new Map(),
    lastSeq: 0,
  };
}

export function openSession(database: SimDatabase): Session {
  const number = Math.max(0, ...[...database.sessions].map((session) => session.number)) + 1;
  const session = { number, beatenAt: database.now, ended: false };
  database.sessions.add(session);
  return session;
}

export function endSession(database: SimDatabase, session: Session): void {
  session.ended = true;
  database.sessions.delete(session);
  for (const [shard, owner] of database.locks) if (owner === session) database.locks.delete(shard);
}

/** Every statement of a session begins with it. @throws SessionEnded when somebody has ended it meanwhile. */
export function use(session: Session): void {
  if (session.ended) throw new SessionEnded();
}

/** The number is given now; the row is seen after its commit. */
export function numberRow(database: SimDatabase, row: Omit<LaneRow, 'seq' | 'isHeld'>): LaneRow {
  const numbered = { ...row, seq: (database.lastSeq += 1), isHeld: false };
  database.underWay.add(numbered);
  return numbered;
}

export function commitRow(database: SimDatabase, row: LaneRow): void {
  database.underWay.delete(row);
  database.log.set(row.seq, row);
}
