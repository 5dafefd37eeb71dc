// Fires events for all contacts at a steady pace; for one contact the next only after the last was accepted, so that their order is plain.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fire } from './fire.ts';
import type { HistoryLine, LineFile } from './history.ts';
import type { Random } from './seeded-random.ts';
import { drawTick } from './tick.ts';

export interface Producers {
  readonly told: { readonly accepted: number; readonly unclear: number };
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
}

const PRODUCERS = 8;
/** Requests of one producer under way at once. */
const AT_ONCE = 6;
const PAUSE_AFTER_UNCLEAR_MS = 200;
/** The share of events that are sent once more although they were accepted. */
const SENT_AGAIN = 0.02;

export function startProducers(options: ProducerOptions): Producers {
  const round: Round = {
    ...options,
    told: { accepted: 0, unclear: 0 },
    pace: paceOf(options.rate),
    isOver: false,
    patientUntil: Number.POSITIVE_INFINITY,
  };
  const running = Array.from({ length: PRODUCERS }, (_producer, p) =>
    Array.from({ length: AT_ONCE }, (_loop, at) => {
      // Each loop has contacts of its own, so that a contact has one event under way at a time.
      const own = options.contacts.filter(
        (_contact, index) => index % (PRODUCERS * AT_ONCE) === p * AT_ONCE + at,
      );
      return produce(round, `producer ${p + 1}.${at + 1}`, own);
    }),
  ).flat();
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
  readonly told: { accepted: number; unclear: number };
  readonly pace: () => Promise<void>;
  isOver: boolean;
  patientUntil: number;
}

async function produce(round: Round, producer: string, contacts: readonly string[]): Promise<void> {
  const random = round.random.fork(producer);
  const last = new Map<string, number>();
  while (!round.isOver) {
    await round.pace();
    const contact = contacts[Math.floor(random.next() * contacts.length)];
    if (contact === undefined) return;
    const n = (last.get(contact) ?? 0) + 1;
    last.set(contact, n);
    const event = { key: `${contact}/${n}`, contact, tick: drawTick(random, { n, producer }) };
    round.history.write({ is: 'sent', ...event });
    if (!(await fireUntilClear(round, event))) return;
    round.told.accepted += 1;
    if (random.next() < SENT_AGAIN) await fireUntilClear(round, event);
  }
}

/** @returns whether it was accepted: after a clear no, or none at all, the order of this contact's events is not known any more. */
async function fireUntilClear(round: Round, event: Parameters<Fire>[0]): Promise<boolean> {
  while (Date.now() < round.patientUntil) {
    const answer = await round.fire(event);
    round.history.write({ ...answer, key: event.key });
    if (answer.is !== 'unclear') return answer.is === 'accepted';
    round.told.unclear += 1;
    await sleep(PAUSE_AFTER_UNCLEAR_MS);
  }
  return false;
}

/** Gives out times to start at, evenly; what an outage has cost is not made up for in one burst. */
function paceOf(rate: number): () => Promise<void> {
  const step = 1000 / rate;
  let next = Date.now();
  return async () => {
    next = Math.max(next + step, Date.now() - 200);
    const pause = next - Date.now();
    if (pause > 0) await sleep(pause);
  };
}
