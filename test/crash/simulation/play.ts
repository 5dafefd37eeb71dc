// One play of the simulation: by its seed, owners work, die, stall and wake, rows commit late, and answers come twice; then all is judged.
import { planBatch } from '@bellwire/server/lanes/plan-batch.ts';
import { checkTalk } from '../check-talk.ts';
import { checkTimers } from '../check-timers.ts';
import { Findings } from '../findings.ts';
import { seededRandom, type Random } from '../seeded-random.ts';
import type { Tick } from '../tick.ts';
import type { ToldEvent } from '../told-events.ts';
import {
  commitRow,
  endSession,
  makeDatabase,
  numberRow,
  SessionEnded,
  type SimDatabase,
} from './database.ts';
import { rowOf, startOwner, type Owner, type Parts } from './owner.ts';

export const productParts: Parts = { planBatch, forgetsShards: true };

const OWNERS = 3;
const LANES = 5;
const STEPS = 500;
/** Enough for all to come to rest, with owners that are well. */
const QUIET_STEPS = 4_000;

/** @returns what is wrong; clean for every seed, or the product is not. */
export function play(seed: number, parts: Parts = productParts): Findings {
  const random = seededRandom(seed);
  const database = makeDatabase();
  const lanes = Array.from({ length: LANES }, (_lane, n) => laneAt(n * 7 + (seed % 3)));
  const stage: Stage = { database, random, parts, lanes, told: [], owners: [], stalledUntil: new Map() };
  stage.owners.push(...Array.from({ length: OWNERS }, () => startOwner(database, parts)));
  for (let step = 0; step < STEPS; step++) random.pick(moves)(stage);
  stage.stalledUntil.clear();
  for (let step = 0; step < QUIET_STEPS && !isAtRest(database); step++) random.pick(quietMoves)(stage);
  return judge(stage);
}

interface Stage {
  readonly database: SimDatabase;
  readonly random: Random;
  readonly parts: Parts;
  readonly lanes: readonly string[];
  readonly told: ToldEvent[];
  readonly owners: Owner[];
  readonly stalledUntil: Map<Owner, number>;
}

type Move = (stage: Stage) => void;

const work: Move = (stage) => {
  const { database, random, owners, stalledUntil, parts } = stage;
  database.now += Math.floor(random.between(0, 40));
  const at = Math.floor(random.next() * owners.length);
  const owner = owners[at];
  if (owner === undefined || (stalledUntil.get(owner) ?? 0) > database.now) return;
  try {
    owner.steps.next();
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    owners[at] = startOwner(database, parts);
  }
};

const fire: Move = ({ database, random, lanes, told }) => {
  const lane = lanes[Math.floor(random.next() * lanes.length)];
  // The next event of a contact comes after the last was answered, and so committed.
  if (
    lane === undefined ||
    [...database.underWay].some((row) => row.lane === lane && database.ticks.has(row.id))
  )
    return;
  const n = told.filter(({ contact }) => contact === lane).length + 1;
  const pause = random.next() < 0.2 ? random.between(0.1, 2) : 0;
  const tick: Tick = {
    n,
    producer: '',
    calls: random.next() < 0.4,
    audited: false,
    muted: false,
    pause: Math.round(pause * 1000) / 1000,
  };
  const id = `${lane}/${n}`;
  database.ticks.set(id, tick);
  numberRow(database, rowOf(lane, id, { kind: 'said', text: '', payload: null } as const));
  told.push({ key: id, contact: lane, tick, eventIds: new Set([id]) });
};

/** Whichever was numbered first: what is numbered is not yet committed. */
const commit: Move = ({ database, random }) => {
  const rows = [...database.underWay];
  const row = rows[Math.floor(random.next() * rows.length)];
  if (row !== undefined) commitRow(database, row);
};

/** The answer counts once, by whomever it was asked for; the request is made as often as somebody knows of it. */
const answer: Move = ({ database, random, owners }) => {
  const owner = owners[Math.floor(random.next() * owners.length)];
  const call = owner?.calls[Math.floor(random.next() * owner.calls.length)];
  if (owner === undefined || call === undefined) return;
  if (random.next() < 0.8) owner.calls.splice(owner.calls.indexOf(call), 1);
  if (!database.calls.delete(call.id)) return;
  const arrival = {
    kind: 'answer',
    runId: call.id,
    turn: 1,
    answer: { is: 'failed', reason: 'timeout', says: '', ms: 1 },
  } as const;
  commitRow(database, numberRow(database, rowOf(call.lane, `answer ${call.id}`, arrival)));
};

const die: Move = ({ database, random, owners, parts }) => {
  if (random.next() > 0.15) return;
  const at = Math.floor(random.next() * owners.length);
  const owner = owners[at];
  if (owner === undefined) return;
  endSession(database, owner.session);
  owners[at] = startOwner(database, parts);
};

const stall: Move = ({ database, random, owners, stalledUntil }) => {
  const owner = owners[Math.floor(random.next() * owners.length)];
  if (owner !== undefined && random.next() < 0.1)
    stalledUntil.set(owner, database.now + random.between(100, 12_000));
};

const wait: Move = ({ database, random }) => {
  database.now += Math.floor(random.between(0, 400));
};

const quietMoves = [work, work, work, work, commit, answer, wait] as const;
const moves = [
  work,
  work,
  work,
  work,
  work,
  work,
  fire,
  fire,
  commit,
  commit,
  answer,
  die,
  stall,
  wait,
] as const;

function isAtRest({ log, underWay, held, calls, timers }: SimDatabase): boolean {
  return log.size + underWay.size + held.size + calls.size + timers.size === 0;
}

function judge({ database, lanes, told }: Stage): Findings {
  const findings = new Findings();
  if (!isAtRest(database)) findings.add('unsettled', 'It never came to rest.');
  for (const lane of lanes) {
    const said = (database.messages.get(lane) ?? []).toSorted((a, b) => a.seq - b.seq);
    const contact = {
      ns: lane,
      fields: database.contacts.get(lane)?.fields ?? {},
      said: said.map(({ text }) => text),
      saidAt: said.map(({ at }) => at),
    };
    const events = told.filter((event) => event.contact === lane);
    checkTalk(contact, events, false, findings);
    checkTimers(contact, events, findings);
  }
  return findings;
}

function laneAt(number: number): string {
  return `00000000-0000-7000-8000-0000000000${number.toString(16).padStart(2, '0')}`;
}
