// Programs that are killed or frozen exactly at a named point of their work.
import { setTimeout as sleep } from 'node:timers/promises';
import { points } from '../points.ts';
import type { Program } from '../program.ts';
import { FROZEN_MS, type Fault, type Scene } from './fault.ts';

const PATIENCE_MS = 4_000;
/** As long as a takeover may take, and the give-back after it. */
const PATIENCE_FOR_TAKEOVER_MS = 12_000;

export const atPoints: readonly Fault[] = [
  {
    name: 'kill-at-point',
    weight: 14,
    lasts: 'point',
    strike: async (scene) => {
      const { program, isStruck } = await strikeAtPoint(scene, 'kill');
      if (!isStruck) program.kill();
    },
  },
  {
    name: 'freeze-at-point',
    weight: 3,
    lasts: 'point',
    strike: async (scene) => {
      const { program, isStruck } = await strikeAtPoint(scene, 'freeze');
      const ms = scene.random.between(...FROZEN_MS);
      if (!isStruck) return program.freeze(ms);
      await sleep(ms);
      program.thaw();
    },
  },
];

/** Where the program does not pass the point in time, whoever asked strikes it anywhere. */
async function strikeAtPoint(
  { rig, random, onPoint }: Scene,
  how: 'kill' | 'freeze',
): Promise<{ program: Program; isStruck: boolean }> {
  const point = random.pick(points);
  const [worker, other] = random.next() < 0.5 ? rig.workers : [rig.workers[1], rig.workers[0]];
  const program = point.of === 'api' ? rig.api : worker;
  const strike = program.strikeAt(
    point.name,
    how,
    point.inTakeover === true ? PATIENCE_FOR_TAKEOVER_MS : PATIENCE_MS,
  );
  // What the one takes over, the other has to have lost.
  if (point.inTakeover === true) other.kill();
  const isStruck = await strike;
  if (isStruck) onPoint(point.name);
  return { program, isStruck };
}
