// What schedules work with, and what they work on: the row of one, and the schedule of the version that is installed now.
import type { Selectable } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { Schedule } from '@bellwire/model/schedule.ts';
import type { Tables } from '../database/tables.ts';
import type { Rooms } from '../http/handler.ts';
import type { ScheduleTables } from './tables.ts';

export type ScheduleRooms = Pick<Rooms, 'tenants' | 'lanes' | 'log' | 'leastScheduleMinutes'>;

export type ScheduleRow = Selectable<ScheduleTables['install_schedule']>;

export interface Installed {
  readonly install: Selectable<Tables['install']>;
  readonly app: App;
  readonly schedule: Schedule;
}
