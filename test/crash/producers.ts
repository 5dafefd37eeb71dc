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
  const told = { accepted: 0, unclear: 0 };
  let stopping = false;
  let patientUntil = Number.POSITIVE_INFINITY;
  const pace = paceOf(options.rate);

  const fireUntilClear = async (event: Parameters<Fire>[0]): Promise<boolean> => {
    while (Date.now() < patientUntil) {
      const answer = await options.fire(event);
      options.history.write({ ...answer, key: event.key });
      if (answer.is !== 'unclear') return answer.is === 'accepted';
      told.unclear += 1;
      await sleep(PAUSE_AFTER_UNCLEAR_MS);
    }
    return false;
  };

  const produce = async (producer: string, contacts: string[]): Promise<void> => {
    const random = options.random.fork(producer);
    const last = new Map<string, number>();
    while (!stopping) {
      await pace();
      // Taken out of the list while its event is under way: a contact has one at a time.
      const [contact] = contacts.splice(Math.floor(random.next() * contacts.length), 1);
      if (contact === undefined) continue;
      const n = (last.get(contact) ?? 0) + 1;
      last.set(contact, n);
      const event = { key: `${contact}/${n}`, contact, tick: drawTick(random, { n, producer }) };
      options.history.write({ is: 'sent', ...event });
      if (!(await fireUntilClear(event))) continue;
      told.accepted += 1;
      contacts.push(contact);
      if (random.next() < SENT_AGAIN) await fireUntilClear(event);
    }
  };

  const running = Array.from({ length: PRODUCERS }, (_, p) => {
    const own = options.contacts.filter((_contact, index) => index % PRODUCERS === p);
    return Array.from({ length: AT_ONCE }, (_loop, at) => {
      const name = `producer ${p + 1}.${at + 1}`;
      return produce(name, own.filter((_contact, index) => index % AT_ONCE === at));
    });
  }).flat();
  return {
    told,
    stop: async (patienceMs) => {
      stopping = true;
      patientUntil = Date.now() + patienceMs;
      await Promise.all(running);
    },
  };
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
