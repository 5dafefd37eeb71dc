// Schedules of an install: when they ran, what came of it, and running one now.
import { z } from 'zod';
import { operation } from '../operation.ts';

const scheduleView = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['time', 'poll']),
  /** Null while nothing is to come: the app has been uninstalled, or its times never come. */
  nextAt: z.iso.datetime().nullable(),
  isRunning: z.boolean(),
  lastAt: z.iso.datetime().nullable(),
  /** New records of the last run; for one by times alone, 1. */
  lastRecords: z.int(),
  records: z.int(),
  /** Records whose contact is not known yet. */
  waitingRecords: z.int(),
  /** In a row. */
  failures: z.int(),
  failure: z.string().nullable(),
  /** By which path records were told apart before, where a new version tells them apart by another. */
  keyPathsBefore: z.array(z.string()),
});

const installId = z.uuid();
const schedules = z.object({ rows: z.array(scheduleView), timeZone: z.string() });

export const scheduleOperations = {
  listSchedules: operation({
    method: 'GET',
    path: '/api/installs/{installId}/schedules',
    group: 'installs',
    about:
      'What the app does by itself for this install: when it last ran, what came of it, when it runs next.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId }),
    output: schedules,
    problems: ['not-found'],
  }),
  runScheduleNow: operation({
    method: 'POST',
    path: '/api/installs/{installId}/schedules/{name}/run',
    group: 'installs',
    about: 'Runs a schedule now, rather than at its next time. One that is running is left to end.',
    who: 'builder',
    scope: 'installs:write',
    input: z.object({ installId, name: z.string().min(1).max(60) }),
    output: schedules,
    status: 202,
    problems: ['not-found', 'conflict'],
  }),
  setInstallTimeZone: operation({
    method: 'PUT',
    path: '/api/installs/{installId}/time-zone',
    group: 'installs',
    about: 'Sets the time zone of those schedules that name none of their own.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId, timeZone: z.string().min(1).max(60) }),
    output: schedules,
    problems: ['not-found', 'conflict'],
  }),
};
