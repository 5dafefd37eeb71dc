// All that can go wrong with the system under test, one line each kind.
import type { Random } from '../seeded-random.ts';
import { atPoints } from './at-points.ts';
import type { Fault } from './fault.ts';
import { kills } from './kills.ts';
import { resourceFaults } from './resources.ts';
import { wireFaults } from './wires.ts';

const faults: readonly Fault[] = [...kills, ...atPoints, ...wireFaults, ...resourceFaults];

/** Those of these names, or all. @throws Error when there is no such fault. */
export function chooseFaults(names: readonly string[]): readonly Fault[] {
  const known = faults.map(({ name }) => name);
  for (const name of names)
    if (!known.includes(name))
      throw new Error(`There is no fault "${name}". There are: ${known.join(', ')}.`);
  return names.length === 0 ? faults : faults.filter(({ name }) => names.includes(name));
}

/** `busy`: words of those that last and are still going on. Undefined when there is no other. */
export function drawFault(
  random: Random,
  from: readonly Fault[],
  busy: ReadonlySet<string>,
): Fault | undefined {
  const free = from.filter(({ lasts }) => lasts === undefined || !busy.has(lasts));
  let left = random.next() * free.reduce((sum, { weight }) => sum + weight, 0);
  return free.find(({ weight }) => (left -= weight) < 0) ?? free[0];
}
