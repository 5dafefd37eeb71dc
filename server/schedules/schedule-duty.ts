// What is done when a schedule is due: its flow runs, or its service is asked for new records, and all that came of it is written in one transaction.
import { frozenApps } from '../apps/frozen-apps.ts';
import { claimDue } from '../workers/claim-due.ts';
import type { Duty } from '../workers/claim-worker.ts';
import { pollSchedule } from './poll-schedule.ts';
import { keepTurn, type Turn } from './keep-turn.ts';
import type { Installed, ScheduleRooms, ScheduleRow } from './schedule-rooms.ts';

/** Longer than a turn of a poll may take. What has been claimed anew by then is left alone: see `keepTurn`. */
const LEASE_SECONDS = 120;

export function scheduleDuty(rooms: ScheduleRooms): Duty<ScheduleRow> {
  const table = {
    table: 'install_schedule',
    key: ['install_id', 'name'],
    leaseSeconds: LEASE_SECONDS,
  } as const;
  return {
    of: 'schedules',
    mostAtOnce: 10,
    claim: (most) => claimDue(rooms.tenants.platform, table, most),
    work: async (row) => {
      const installed = await readInstalled(rooms, row);
      await keepTurn(rooms, row, installed === undefined ? null : await takeTurn(rooms, row, installed));
    },
  };
}

async function readInstalled({ tenants }: ScheduleRooms, row: ScheduleRow): Promise<Installed | undefined> {
  const install = await tenants.platform
    .selectFrom('install')
    .innerJoin('app', 'app.id', 'install.app_id')
    .selectAll('install')
    .where('install.id', '=', row.install_id)
    .where('install.state', '<>', 'uninstalled')
    .where('app.state', '<>', 'suspended')
    .executeTakeFirst();
  if (install === undefined) return undefined;
  const app = (await frozenApps(tenants.platform, [install.version_id])).get(install.version_id);
  const schedule = app?.schedules.find(({ name }) => name === row.name);
  return app === undefined || schedule === undefined ? undefined : { install, app, schedule };
}

/** A fault of ours backs off like one of theirs, and is seen on the same page. */
async function takeTurn(rooms: ScheduleRooms, row: ScheduleRow, installed: Installed): Promise<Turn> {
  const { install, schedule } = installed;
  const arrival = { kind: 'scheduled', installId: install.id, versionId: install.version_id } as const;
  if (schedule.poll === undefined)
    return { started: [{ lane: null, arrival: { ...arrival, schedule: row.name, record: null } }] };
  try {
    return await pollSchedule(rooms, row, installed, schedule.poll);
  } catch (error) {
    rooms.log.error(
      { err: error, installId: row.install_id, schedule: row.name },
      'A poll failed on our side.',
    );
    return {
      started: [],
      failure: { ok: false, says: 'It failed on our side. The log of the server says why.' },
    };
  }
}
