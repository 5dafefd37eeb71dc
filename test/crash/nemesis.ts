// Strikes the system with one fault after the other, by its seed, until the time is over.
import { setTimeout as sleep } from 'node:timers/promises';
import { drawFault } from './faults.ts';
import type { HistoryLine, LineFile } from './history.ts';
import type { Rig } from './rig.ts';
import type { Random } from './seeded-random.ts';
import type { TakeoverWatch } from './takeover-watch.ts';

export interface Strikes {
  /** How often each fault struck, by its name; `in-recovery` counts those that struck within two seconds after another. */
  readonly counts: Readonly<Record<string, number>>;
  readonly last: string;
}

interface NemesisOptions {
  readonly rig: Rig;
  readonly random: Random;
  readonly history: LineFile<HistoryLine>;
  readonly takeovers: TakeoverWatch;
  readonly until: number;
}

/** The share of faults that come before the system has recovered from the last one. */
const IN_RECOVERY = 0.3;

export function startNemesis({ rig, random, history, takeovers, until }: NemesisOptions): {
  strikes: Strikes;
  ended: Promise<void>;
} {
  const counts: Record<string, number> = { 'in-recovery': 0 };
  const strikes = { counts, last: 'none yet' };
  const rage = async (): Promise<void> => {
    for (;;) {
      const isInRecovery = strikes.last !== 'none yet' && random.next() < IN_RECOVERY;
      const pause = isInRecovery ? random.between(100, 1900) : random.between(2000, 4500);
      if (Date.now() + pause > until) return;
      await sleep(pause);
      const fault = drawFault(random);
      strikes.last = fault.name;
      counts[fault.name] = (counts[fault.name] ?? 0) + 1;
      if (isInRecovery) counts['in-recovery'] = (counts['in-recovery'] ?? 0) + 1;
      history.write({ is: 'fault', fault: fault.name });
      await fault.strike(rig, random, ({ name }) => takeovers.begin(name));
    }
  };
  return { strikes, ended: rage() };
}
