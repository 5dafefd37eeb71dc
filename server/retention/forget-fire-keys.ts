// Forgets idempotency keys whose time is over.
import type pg from 'pg';
import { deleteInSteps } from './small-steps.ts';

/** The promise is "at least thirty days"; nothing is gained by keeping them longer. */
const KEY_DAYS = 30;

export async function forgetFireKeys(rooms: {
  readonly pool: pg.Pool;
  readonly signal: AbortSignal;
}): Promise<void> {
  await deleteInSteps(rooms, 'fire_key', 'created_at < clock_timestamp() - make_interval(days => $2)', [
    KEY_DAYS,
  ]);
}
