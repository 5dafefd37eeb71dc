// What can go wrong with the system under test, one line each.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from './program.ts';
import type { Rig } from './rig.ts';
import type { Random } from './seeded-random.ts';

export interface Fault {
  readonly name: string;
  /** How often, compared with the others. */
  readonly weight: number;
  /** `onHit` hears of the worker whose shards have to be taken over, where it is the only thing that is broken. */
  strike(rig: Rig, random: Random, onHit: (worker: Program) => void): Promise<void> | void;
}

/** The server takes a worker for dead after six seconds without a beat: frozen for longer, it comes back as a stranger. */
const FROZEN_MS = [7_000, 9_500] as const;

const faults: readonly [Fault, ...Fault[]] = [
  { name: 'kill-api', weight: 6, strike: ({ api }) => api.kill() },
  {
    name: 'kill-worker',
    weight: 7,
    strike: ({ workers }, random, onHit) => {
      const worker = random.pick(workers);
      onHit(worker);
      worker.kill();
    },
  },
  { name: 'kill-postgres', weight: 5, strike: ({ postgres }) => postgres.kill() },
  {
    name: 'freeze-worker',
    weight: 2,
    strike: ({ workers }, random, onHit) => {
      const worker = random.pick(workers);
      onHit(worker);
      return worker.freeze(random.between(...FROZEN_MS));
    },
  },
  {
    // The other one has its shards, gives them back, and has them again: what it still knows of them is old.
    name: 'kill-a-worker-and-again',
    weight: 3,
    strike: async ({ workers: [first] }, random) => {
      first.kill();
      await sleep(random.between(5_000, 7_000));
      first.kill();
    },
  },
  {
    name: 'kill-both-workers',
    weight: 1,
    strike: ({ workers }) => {
      for (const worker of workers) worker.kill();
    },
  },
  {
    name: 'kill-worker-and-postgres',
    weight: 2,
    strike: ({ workers, postgres }, random) => {
      random.pick(workers).kill();
      postgres.kill();
    },
  },
  {
    name: 'kill-api-and-worker',
    weight: 2,
    strike: ({ api, workers }, random, onHit) => {
      const worker = random.pick(workers);
      onHit(worker);
      worker.kill();
      api.kill();
    },
  },
  {
    name: 'freeze-worker-and-kill-postgres',
    weight: 1,
    strike: async ({ workers, postgres }, random) => {
      const thawed = random.pick(workers).freeze(random.between(...FROZEN_MS));
      postgres.kill();
      await thawed;
    },
  },
  {
    name: 'freeze-one-worker-and-kill-the-other',
    weight: 1,
    strike: async ({ workers: [first, second] }, random) => {
      const thawed = first.freeze(random.between(...FROZEN_MS));
      second.kill();
      await thawed;
    },
  },
];

export function drawFault(random: Random): Fault {
  let left = random.next() * faults.reduce((sum, { weight }) => sum + weight, 0);
  return faults.find(({ weight }) => (left -= weight) < 0) ?? faults[0];
}
