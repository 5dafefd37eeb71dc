// What a fault is: something that goes wrong with the system under test, and how often.
import type { Program } from '../program.ts';
import type { Rig } from '../rig.ts';
import type { Random } from '../seeded-random.ts';

export interface Scene {
  readonly rig: Rig;
  readonly random: Random;
  /** Hears of the worker whose shards have to be taken over, where it is the only thing that is broken. */
  readonly onHit: (worker: Program) => void;
  /** Hears that a program was struck at a named point. */
  readonly onPoint: (point: string) => void;
}

export interface Fault {
  readonly name: string;
  /** Whether this machine allows it; where it is not said, any does. */
  isPossible?(rig: Rig): boolean;
  /** How often, compared with the others. */
  readonly weight: number;
  /** It goes on for seconds, while others strike beside it; but only one at a time of those with the same word. */
  readonly lasts?: string;
  strike(scene: Scene): Promise<void> | void;
}

/** The server takes a worker for dead after six seconds without a beat: frozen for longer, it comes back as a stranger. */
export const FROZEN_MS = [7_000, 9_500] as const;
