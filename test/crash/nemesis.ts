// Strikes the system with one fault after the other, by its seed, until the goal is reached.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Scene } from './faults/fault.ts';
import { drawFault } from './faults/faults.ts';
import type { HistoryLine, LineFile } from './history.ts';

export interface Strikes {
  readonly total: number;
  /** How often each fault struck, by its name; `in-recovery` counts those that struck within two seconds after another. */
  readonly counts: Readonly<Record<string, number>>;
  /** How often a program was struck at each named point. */
  readonly points: Readonly<Record<string, number>>;
  readonly last: string;
}

interface NemesisOptions extends Pick<Scene, 'rig' | 'random' | 'onHit'> {
  readonly history: LineFile<HistoryLine>;
  readonly isOver: (faults: number) => boolean;
  readonly from: readonly Fault[];
  /** How many events were accepted by now. */
  readonly accepted: () => number;
}

/** The share of faults that come before the system has recovered from the last one. */
const IN_RECOVERY = 0.3;
/** Nobody waits longer for the first event to be accepted after a fault. */
const MOST_RECOVERY_MS = 15_000;

export interface Nemesis {
  readonly strikes: Strikes;
  readonly ended: Promise<void>;
}

export function startNemesis({ history, isOver, from, accepted, ...scene }: NemesisOptions): Nemesis {
  const { random } = scene;
  const counts: Record<string, number> = { 'in-recovery': 0 };
  const points: Record<string, number> = {};
  const strikes = { total: 0, counts, points, last: 'none yet' };
  const onPoint = (point: string): void => count(points, point);
  const rage = async (): Promise<void> => {
    let acceptedBefore = -1;
    const lasting = new Map<string, Promise<void>>();
    while (!isOver(strikes.total)) {
      const isInRecovery = strikes.total > 0 && random.next() < IN_RECOVERY;
      await sleep(isInRecovery ? random.between(100, 1500) : random.between(1500, 3000));
      if (!isInRecovery) await untilRecovered(accepted, acceptedBefore);
      acceptedBefore = accepted();
      const fault = drawFault(random, from, new Set(lasting.keys()));
      if (fault === undefined) continue;
      strikes.last = fault.name;
      strikes.total += 1;
      count(counts, fault.name);
      if (isInRecovery) count(counts, 'in-recovery');
      history.write({ is: 'fault', fault: fault.name });
      const { lasts } = fault;
      const strike = fault.strike({ ...scene, onPoint });
      if (lasts === undefined || strike === undefined) continue;
      lasting.set(
        lasts,
        strike.finally(() => lasting.delete(lasts)),
      );
    }
    await Promise.all(lasting.values());
  };
  return { strikes, ended: rage() };
}

/** A machine that is slow to start processes would otherwise be struck before it has done anything at all. */
async function untilRecovered(accepted: () => number, before: number): Promise<void> {
  for (const deadline = Date.now() + MOST_RECOVERY_MS; accepted() <= before && Date.now() < deadline;)
    await sleep(50);
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
