// Forgets records that no poll has met for long, and those whose contact never came.
import type pg from 'pg';
import { deleteInSteps } from './small-steps.ts';

/** A record that its service shows again after that counts as new. */
const KEY_DAYS = 30;

export async function forgetScheduleKeys(rooms: {
  readonly pool: pg.Pool;
  readonly signal: AbortSignal;
}): Promise<void> {
  await deleteInSteps(rooms, 'schedule_key', 'seen_at < now() - make_interval(days => $2)', [KEY_DAYS]);
  await deleteInSteps(rooms, 'schedule_record', 'since < now() - make_interval(days => $2)', [KEY_DAYS]);
}
