// Fires events for all contacts at a steady pace; for one contact the next only after the last was accepted, so that their order is plain.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fire, TickEvent } from './fire.ts';
import type { HistoryLine, LineFile } from './history.ts';
import type { Random } from './seeded-random.ts';
import { drawTick } from './tick.ts';

export interface Producers {
  readonly told: { readonly sent: number; readonly accepted: number; readonly unclear: number };
  /** Fires nothing new, and resolves when every event has its clear answer, or the patience is over. */
  stop(patienceMs: number): Promise<void>;
}

interface ProducerOptions {
  readonly contacts: readonly string[];
  readonly fire: Fire;
  readonly history: LineFile<HistoryLine>;
  readonly random: Random;
  /** Events a second, all producers together. */
  readonly rate: number;
  /** How many events may have been sent by now. */
  readonly mostEvents: () => number;
}

/** Requests under way at once. */
const LOOPS = 64;
/** Every third of them sends its events in batches of up to so many. */
const MOST_IN_BATCH = 20;
const PAUSE_AFTER_UNCLEAR_MS = 200;
/** The share of events that are sent once more although they were accepted. */
const SENT_AGAIN = 0.02;

export function startProducers(options: ProducerOptions): Producers {
  const round: Round = {
    ...options,
    told: { sent: 0, accepted: 0, unclear: 0 },
    pace: paceOf(options.rate),
    isOver: false,
    patientUntil: Number.POSITIVE_INFINITY,
  };
  const running = Array.from({ length: LOOPS }, (_loop, at) => {
    // Each loop has contacts of its own, so that a contact has one event under way at a time.
    const own = options.contacts.filter((_contact, index) => index % LOOPS === at);
    return produce(round, {
      name: `producer ${at + 1}`,
      contacts: own,
      most: at % 3 === 0 ? Math.min(MOST_IN_BATCH, own.length) : 1,
    });
  });
  return {
    told: round.told,
    stop: async (patienceMs) => {
      round.isOver = true;
      round.patientUntil = Date.now() + patienceMs;
      await Promise.all(running);
    },
  };
}

interface Round extends ProducerOptions {
  readonly told: { sent: number; accepted: number; unclear: number };
  readonly pace: (count: number) => Promise<void>;
  isOver: boolean;
  patientUntil: number;
}

interface Loop {
  readonly name: string;
  readonly contacts: readonly string[];
  /** Events in one request. */
  readonly most: number;
}

async function produce(round: Round, { name, contacts, most }: Loop): Promise<void> {
  const random = round.random.fork(name);
  const last = new Map<string, number>();
  // A contact of whose event nothing clear was heard is left alone: the order of its events is not known any more.
  const fit = new Set(contacts);
  while (fit.size > 0) {
    const count = most === 1 ? 1 : Math.ceil(random.next() * Math.min(most, fit.size));
    await mayFire(round, count);
    if (round.isOver) return;
    const events = drawSome(random, [...fit], count).map((contact): TickEvent => {
      const n = (last.get(contact) ?? 0) + 1;
      last.set(contact, n);
      return { key: `${contact}/${n}`, contact, tick: drawTick(random, { n, producer: name }) };
    });
    for (const event of events) round.history.write({ is: 'sent', ...event });
    const left = await fireUntilClear(round, events);
    for (const { contact } of left) fit.delete(contact);
    round.told.accepted += events.length - left.length;
    if (random.next() < SENT_AGAIN) await fireUntilClear(round, events);
  }
}

/** Different ones, by chance. */
function drawSome(random: Random, from: string[], count: number): string[] {
  return Array.from({ length: count }, () => from.splice(Math.floor(random.next() * from.length), 1)).flat();
}

/** @returns those that were not accepted: refused, or still unclear when the patience was over. */
async function fireUntilClear(round: Round, events: readonly TickEvent[]): Promise<readonly TickEvent[]> {
  const refused: TickEvent[] = [];
  let open = events;
  while (open.length > 0 && Date.now() < round.patientUntil) {
    const answers = await round.fire(open);
    open.forEach(({ key }, n) => {
      const answer = answers[n];
      if (answer !== undefined) round.history.write({ ...answer, key });
    });
    refused.push(...open.filter((_event, n) => answers[n]?.is === 'refused'));
    open = open.filter((_event, n) => answers[n]?.is === 'unclear');
    round.told.unclear += open.length;
    if (open.length > 0) await sleep(PAUSE_AFTER_UNCLEAR_MS);
  }
  return [...refused, ...open];
}

async function mayFire(round: Round, count: number): Promise<void> {
  await round.pace(count);
  while (round.told.sent >= round.mostEvents() && !round.isOver) await sleep(50);
  round.told.sent += count;
}

/** Gives out times to start at, evenly; what an outage has cost is not made up for in one burst. */
function paceOf(rate: number): Round['pace'] {
  const step = 1000 / rate;
  let next = Date.now();
  return async (count) => {
    next = Math.max(next + step * count, Date.now() - 200);
    const pause = next - Date.now();
    if (pause > 0) await sleep(pause);
  };
}
