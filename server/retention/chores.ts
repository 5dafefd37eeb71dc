// What the keeper does, in this order: one line each.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { KeepDays } from '@bellwire/model/retention.ts';
import { forgetEntities } from './forget-entities.ts';
import { forgetFireKeys } from './forget-fire-keys.ts';
import { forgetScheduleKeys } from './forget-schedule-keys.ts';
import { makePartitionsAhead } from './partitions.ts';
import { removeOld } from './remove-old.ts';

export interface ChoreRooms {
  readonly pool: pg.Pool;
  readonly log: Logger;
  /** The operator's; a workspace may keep less. */
  readonly keepDays: KeepDays;
  /** Set when the server stops: a chore of many small steps ends after the present one. */
  readonly signal: AbortSignal;
}

type Chore = (rooms: ChoreRooms) => Promise<void>;

export const chores = {
  'make partitions': async ({ pool }) => void (await makePartitionsAhead(pool, Date.now())),
  'remove what is old': (rooms) => removeOld({ ...rooms, now: Date.now() }),
  'forget things': forgetEntities,
  'forget idempotency keys': forgetFireKeys,
  'forget records of polls': forgetScheduleKeys,
} satisfies Record<string, Chore>;
