// Plans the schedules of installs: after installing, after a new version, after another time zone.
import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import { nextTime } from '@bellwire/engine/next-time.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Schedule } from '@bellwire/model/schedule.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Tables } from '../database/tables.ts';
import type { Planned, ScheduleTables } from './tables.ts';

type Install = Pick<
  Selectable<Tables['install']>,
  'id' | 'workspace_id' | 'version_id' | 'state' | 'time_zone'
>;
type Row = Selectable<ScheduleTables['install_schedule']>;

/**
 * Part of the transaction that makes it necessary. A schedule whose times are the same stays as it was planned; one that the
 * version no longer has is not done any more, and keeps how far it has come, should it return.
 */
export async function planSchedules(db: Kysely<Tables>, installIds: readonly string[]): Promise<void> {
  if (installIds.length === 0) return;
  const installs = await db
    .selectFrom('install')
    .select(['id', 'workspace_id', 'version_id', 'state', 'time_zone'])
    .where('id', 'in', installIds)
    .execute();
  const apps = await frozenApps(
    db,
    installs.map(({ version_id }) => version_id),
  );
  const rows = await db
    .selectFrom('install_schedule')
    .selectAll()
    .where('install_id', 'in', installIds)
    .execute();
  for (const install of installs) {
    const known = rows.filter(({ install_id }) => install_id === install.id);
    const wanted = schedulesOf(install, apps.get(install.version_id));
    await rest(
      db,
      install.id,
      known.filter((row) => row.due_at !== null && !wanted.some(({ name }) => name === row.name)),
    );
    for (const schedule of wanted)
      await plan(
        db,
        install,
        schedule,
        known.find(({ name }) => name === schedule.name),
      );
  }
}

function schedulesOf({ state }: Install, app: App | undefined): readonly Schedule[] {
  return state === 'uninstalled' ? [] : (app?.schedules ?? []);
}

async function rest(db: Kysely<Tables>, installId: string, rows: readonly Row[]): Promise<void> {
  for (const { name } of rows)
    await db
      .updateTable('install_schedule')
      .set({ due_at: null, planned_at: null })
      .where('install_id', '=', installId)
      .where('name', '=', name)
      .execute();
}

async function plan(
  db: Kysely<Tables>,
  install: Install,
  { name, timing, poll }: Schedule,
  row: Row | undefined,
): Promise<void> {
  const planned: Planned = { timing, zone: install.time_zone };
  if (row !== undefined && row.due_at !== null && isSame(row.timing, planned)) return;
  // A poll begins at once: what its first one meets is what later ones are compared with.
  const first = poll === undefined ? firstTime(planned) : sql<string>`now()`;
  const set = { timing: JSON.stringify(planned), planned_at: first, due_at: first };
  await db
    .insertInto('install_schedule')
    .values({ workspace_id: install.workspace_id, install_id: install.id, name, ...set })
    .onConflict((conflict) => conflict.columns(['install_id', 'name']).doUpdateSet(set))
    .execute();
}

function firstTime({ timing, zone }: Planned): string | null {
  return nextTime(timing, { after: new Date().toISOString(), zone });
}

function isSame(one: Planned, other: Planned): boolean {
  const text = ({ timing, zone }: Planned) =>
    JSON.stringify([Object.entries(timing).toSorted(([a], [b]) => (a < b ? -1 : 1)), zone]);
  return text(one) === text(other);
}
