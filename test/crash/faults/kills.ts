// Programs that are killed or frozen at any moment, singly and together.
import { setTimeout as sleep } from 'node:timers/promises';
import { FROZEN_MS, type Fault } from './fault.ts';

export const kills: readonly Fault[] = [
  { name: 'kill-api', weight: 6, strike: ({ rig: { api } }) => api.kill() },
  {
    name: 'kill-worker',
    weight: 7,
    strike: ({ rig: { workers }, random, onHit }) => {
      const worker = random.pick(workers);
      onHit(worker);
      worker.kill();
    },
  },
  { name: 'kill-postgres', weight: 5, strike: ({ rig: { postgres } }) => postgres.kill() },
  {
    name: 'freeze-worker',
    weight: 2,
    lasts: 'freeze',
    strike: ({ rig: { workers }, random, onHit }) => {
      const worker = random.pick(workers);
      onHit(worker);
      return worker.freeze(random.between(...FROZEN_MS));
    },
  },
  {
    // The other one has its shards, gives them back, and has them again: what it still knows of them is old.
    name: 'kill-a-worker-and-again',
    weight: 3,
    lasts: 'twice',
    strike: async ({ rig, random }) => {
      const [first] = rig.workers;
      first.kill();
      await sleep(random.between(5_000, 7_000));
      first.kill();
    },
  },
  {
    name: 'kill-both-workers',
    weight: 1,
    strike: ({ rig: { workers } }) => {
      for (const worker of workers) worker.kill();
    },
  },
  {
    name: 'kill-worker-and-postgres',
    weight: 2,
    strike: ({ rig: { workers, postgres }, random }) => {
      random.pick(workers).kill();
      postgres.kill();
    },
  },
  {
    name: 'kill-api-and-worker',
    weight: 2,
    strike: ({ rig: { api, workers }, random, onHit }) => {
      const worker = random.pick(workers);
      onHit(worker);
      worker.kill();
      api.kill();
    },
  },
  {
    name: 'freeze-worker-and-kill-postgres',
    weight: 1,
    lasts: 'freeze',
    strike: async ({ rig: { workers, postgres }, random }) => {
      const thawed = random.pick(workers).freeze(random.between(...FROZEN_MS));
      postgres.kill();
      await thawed;
    },
  },
  {
    name: 'freeze-one-worker-and-kill-the-other',
    weight: 1,
    lasts: 'freeze',
    strike: async ({ rig, random }) => {
      const [first, second] = rig.workers;
      const thawed = first.freeze(random.between(...FROZEN_MS));
      second.kill();
      await thawed;
    },
  },
];
