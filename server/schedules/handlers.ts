// The schedules of an install as its owner sees them.
import { sql } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { scheduleOperations } from '@bellwire/model/operations/schedules.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Schedule } from '@bellwire/model/schedule.ts';
import { timeZoneComplaints } from '../bots/time-zone.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { getInstalled } from '../installs/install-view.ts';
import { lockLiveInstall } from '../installs/lock-install.ts';
import { planSchedules } from './plan-schedules.ts';
import type { ScheduleRow } from './schedule-rooms.ts';

type View = OutputOf<'listSchedules'>;

export const scheduleHandlers: Handlers<keyof typeof scheduleOperations> = {
  listSchedules: ({ installId }, context) => view(installId, context),

  async runScheduleNow({ installId, name }, context) {
    const { app } = await getInstalled(context, installId);
    if (!app.schedules.some((schedule) => schedule.name === name))
      throw new ProblemError('not-found', { says: `${app.label} has no schedule "${name}".` });
    await context.inWorkspace(async (tx) => {
      await lockLiveInstall(tx, installId);
      const now = sql<string>`now()`;
      await tx
        .updateTable('install_schedule')
        .set({ due_at: now, planned_at: now })
        .where('install_id', '=', installId)
        .where('name', '=', name)
        // One that is under way keeps its lease, or what it came to would be thrown away.
        .where((row) => row.or([row('tries', '=', row.ref('failures')), row('due_at', '<=', now)]))
        .execute();
    });
    return view(installId, context);
  },

  async setInstallTimeZone({ installId, timeZone }, context) {
    const complaints = timeZoneComplaints(timeZone);
    if (complaints.length > 0) throw new ProblemError('bad-input', { complaints });
    await context.inWorkspace(async (tx) => {
      await lockLiveInstall(tx, installId);
      await tx.updateTable('install').set({ time_zone: timeZone }).where('id', '=', installId).execute();
      await planSchedules(tx, [installId]);
    });
    return view(installId, context);
  },
};

async function view(installId: string, context: Context): Promise<View> {
  const { app, time_zone } = await getInstalled(context, installId);
  const { rows, waiting } = await context.inWorkspace(async (tx) => ({
    rows: await tx.selectFrom('install_schedule').selectAll().where('install_id', '=', installId).execute(),
    waiting: await tx
      .selectFrom('schedule_record')
      .select(['name', ({ fn }) => fn.countAll<number>().as('count')])
      .where('install_id', '=', installId)
      .groupBy('name')
      .execute(),
  }));
  return {
    timeZone: time_zone,
    rows: app.schedules.map((schedule) =>
      viewSchedule(
        schedule,
        rows.find(({ name }) => name === schedule.name),
        waiting.find(({ name }) => name === schedule.name)?.count ?? 0,
      ),
    ),
  };
}

function viewSchedule(
  { name, label, poll }: Schedule,
  row: ScheduleRow | undefined,
  waitingRecords: number,
): View['rows'][number] {
  const isRunning = row !== undefined && row.tries > row.failures && row.due_at !== null;
  return {
    name,
    label,
    kind: poll === undefined ? 'time' : 'poll',
    nextAt: isRunning ? null : (row?.due_at ?? null),
    isRunning,
    lastAt: row?.last_at ?? null,
    lastRecords: row?.last_records ?? 0,
    records: row?.records ?? 0,
    waitingRecords,
    failures: row?.failures ?? 0,
    failure: row?.failure ?? null,
    keyPathsBefore: (row?.state.keyPaths ?? []).filter((path) => path !== poll?.key),
  };
}
