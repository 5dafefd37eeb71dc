// What more cores would give, computed from what one worker and the taking in cost here. A model, not a measurement.
import type { Drained, Filled } from './drain.ts';

/** Of all cores: the rest goes to the system and to waiting for one another. */
const USABLE = 0.85;

/**
 * A worker and its session of PostgreSQL take turns, so a worker alone keeps one core busy: taken from the CPU of an event and
 * not from the clock, which on a busy machine measures the others. Beyond that, all parts together use all cores. Not in
 * the model: what commits of several sessions cost one another, and the disk.
 */
export function modelRate({ cores, intake, work }: { cores: number; intake: Filled; work: Drained }): {
  workers: number;
  rate: number;
} {
  const workUs = work.workerUs + work.databaseUs;
  const byCores = (cores * USABLE * 1e6) / (intake.apiUs + intake.databaseUs + workUs);
  const alone = (USABLE * 1e6) / workUs;
  return { workers: Math.max(1, Math.ceil(byCores / alone)), rate: Math.round(byCores / 100) * 100 };
}
