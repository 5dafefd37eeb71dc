// All that can go wrong with the system under test, one line each kind.
import type { Random } from '../seeded-random.ts';
import { atPoints } from './at-points.ts';
import type { Fault } from './fault.ts';
import { kills } from './kills.ts';

const faults: readonly Fault[] = [...kills, ...atPoints];

/** `busy`: words of those that last and are still going on. */
export function drawFault(random: Random, busy: ReadonlySet<string>): Fault {
  const free = faults.filter(({ lasts }) => lasts === undefined || !busy.has(lasts));
  let left = random.next() * free.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = free.find(({ weight }) => (left -= weight) < 0) ?? free[0];
  if (drawn === undefined) throw new Error('There is no fault to draw.');
  return drawn;
}
