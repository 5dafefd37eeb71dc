// One event of the fault run, and all that it must lead to: producers fire it, the shop acts on it, the checker knows it.
import type { Random } from './seeded-random.ts';

/** The items of the trigger `tick`. A type and not an interface, so that it is JSON too. */
export type Tick = {
  /** Counts up by one for each contact. */
  readonly n: number;
  readonly producer: string;
  /** The flow asks the sink before it goes on, and the contact's lane waits for the answer. */
  readonly calls: boolean;
  /** A second subscription listens too. */
  readonly audited: boolean;
  /** The filters let it pass by. */
  readonly muted: boolean;
  /** The flow waits so long after its work is done; 0 for not at all. */
  readonly pause: number;
};

export function drawTick(random: Random, { n, producer }: Pick<Tick, 'n' | 'producer'>): Tick {
  const muted = random.next() < 0.05;
  const calls = random.next() < 0.15;
  const audited = random.next() < 0.1;
  const pause = random.next() < 0.1 ? Math.round(random.between(10, 30)) / 10 : 0;
  return { n, producer, calls, audited, muted, pause };
}

/** What the contact hears of it, in this order and with nothing else in between. */
export function sayings({ n, calls, audited, muted }: Tick): string[] {
  if (muted) return [];
  return [...(calls ? [`ask ${n}`] : []), `done ${n}`, ...(audited ? [`audit ${n}`] : [])];
}

/** What it hears after the pause, at any place of the talk. */
export function lateSayings({ n, muted, pause }: Tick): string[] {
  return muted || pause === 0 ? [] : [`late ${n}`];
}

export function runsOf({ audited, muted }: Tick): number {
  if (muted) return 0;
  return audited ? 2 : 1;
}

/** The fields of a contact after these events, which are all of its events in their order. */
export function fieldsAfter(ticks: readonly Tick[]): Record<string, number> {
  const heard = ticks.filter(({ muted }) => !muted);
  return {
    last_n: heard.at(-1)?.n ?? 0,
    tally: heard.length,
    audits: heard.filter(({ audited }) => audited).length,
    late: heard.filter(({ pause }) => pause > 0).length,
  };
}
