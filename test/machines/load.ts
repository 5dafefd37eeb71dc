// Fires events without a pause, each contact's in order, each until its answer is clear; and knows how long none was taken.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fire, TickEvent } from '../crash/fire.ts';

export interface Load {
  /** By contact: the number of its last event. They count from 1, and all of them were accepted. */
  readonly fired: ReadonlyMap<string, number>;
  /** Requests without a clear answer, which were sent again with the same keys. */
  readonly unclear: number;
  /** The longest time between two accepted requests. */
  readonly longestGapMs: number;
  fire(count: number): Promise<void>;
  /** Goes on firing while the work is under way. */
  during(work: () => Promise<void>): Promise<void>;
}

interface LoadOptions {
  readonly fire: Fire;
  readonly contacts: readonly string[];
  /** How long each run rests in its flow. */
  readonly pauseSeconds: number;
  /** Requests under way at once. */
  readonly atOnce: number;
  /** Between two requests of one loop. */
  readonly everyMs: number;
}

const BATCH = 100;
const PAUSE_AFTER_UNCLEAR_MS = 50;

export function loadOn(options: LoadOptions): Load {
  const { contacts, atOnce, everyMs } = options;
  const state: State = { ...options, fired: new Map(), unclear: 0, longestGapMs: 0, acceptedAt: Date.now() };
  // Each loop has contacts of its own, so that a contact has one request under way at a time.
  const loops = Array.from({ length: atOnce }, (_loop, at) =>
    loopOver(contacts.filter((_contact, index) => index % atOnce === at)),
  );
  return {
    fired: state.fired,
    get unclear() {
      return state.unclear;
    },
    get longestGapMs() {
      return state.longestGapMs;
    },
    fire: async (count) => {
      for (let done = 0; done < count; done += BATCH) {
        const loop = loops[(done / BATCH) % atOnce];
        if (loop !== undefined) await fireBatch(state, loop(BATCH));
      }
    },
    during: async (work) => {
      const signs = { isOver: false };
      state.acceptedAt = Date.now();
      const running = loops.map(async (loop) => {
        while (!signs.isOver) {
          await fireBatch(state, loop(BATCH / atOnce));
          await sleep(everyMs);
        }
      });
      await Promise.all([work().finally(() => (signs.isOver = true)), ...running]);
    },
  };
}

interface State extends LoadOptions {
  readonly fired: Map<string, number>;
  unclear: number;
  longestGapMs: number;
  acceptedAt: number;
}

function loopOver(contacts: readonly string[]): (count: number) => string[] {
  let turn = 0;
  return (count) => Array.from({ length: count }, () => contacts[turn++ % contacts.length] ?? '');
}

async function fireBatch(state: State, contacts: readonly string[]): Promise<void> {
  let open = contacts.map((contact): TickEvent => {
    const n = (state.fired.get(contact) ?? 0) + 1;
    state.fired.set(contact, n);
    const rest = { calls: false, audited: false, muted: false, pause: state.pauseSeconds };
    return { key: `${contact}/${n}`, contact, tick: { n, producer: 'load', ...rest } };
  });
  while (open.length > 0) {
    const answers = await state.fire(open);
    const refused = answers.find(({ is }) => is === 'refused');
    if (refused !== undefined) throw new Error(`An event was refused: ${JSON.stringify(refused)}`);
    open = open.filter((_event, n) => answers[n]?.is !== 'accepted');
    if (open.length === 0) break;
    state.unclear += 1;
    await sleep(PAUSE_AFTER_UNCLEAR_MS);
  }
  state.longestGapMs = Math.max(state.longestGapMs, Date.now() - state.acceptedAt);
  state.acceptedAt = Date.now();
}
