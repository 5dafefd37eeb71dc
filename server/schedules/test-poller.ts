// For tests of schedules: an app that polls a service, installed, with turns that are taken one by one; what starts lies in the log.
import type { TestContext } from 'node:test';
import { randomBytes } from 'node:crypto';
import { appSchema, type AppInput } from '@bellwire/model/app.ts';
import type { KyselyPlugin } from 'kysely';
import type { Json } from '@bellwire/model/json.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { codeWith } from '../code.ts';
import { testRooms } from '../http/test-rooms.ts';
import { openLanes } from '../lanes/lanes.ts';
import { scheduleDuty } from './schedule-duty.ts';
import type { ScheduleRooms } from './schedule-rooms.ts';

type ScheduleInput = NonNullable<AppInput['schedules']>[number];

export function pollingApp(
  name: string,
  host: string,
  schedule: Omit<ScheduleInput, 'name' | 'label' | 'flow'>,
) {
  return appSchema.parse({
    format: 'bellwire.app/1',
    name,
    label: 'Poller',
    hosts: [host],
    flows: [{ name: 'main', label: 'Main', start: null, steps: [] }],
    schedules: [{ name: 'records', label: 'Records', flow: 'main', ...schedule }],
  });
}

/** Lanes that take in and work nothing off. */
export async function testPollers(t: TestContext) {
  const rooms = await testRooms(t);
  const lanes = await openLanes({
    ...rooms,
    pool: rooms.database.pool,
    openClient: rooms.database.openClient,
    code: codeWith(9999),
    tokenKey: randomBytes(32),
    worksLanes: false,
  });
  rooms.database.beforeDrop(() => lanes.close());
  const own: ScheduleRooms = { ...rooms, lanes: lanes.door };
  const owner = await rooms.workspace();
  const { pool } = rooms.database;
  return {
    rooms,
    own,
    owner,
    pool,
    installed: async (app: ReturnType<typeof pollingApp>) => {
      const { id: appId } = await publish(owner, app);
      return (await install(owner, appId, app)).install.id;
    },
    /** As if its time had come, and whoever had claimed it had died. */
    due: (installId: string) =>
      pool.query(
        // A time is kept to the millisecond, and may be rounded up beyond the moment of the claim.
        `update install_schedule set due_at = now() - interval '1 second' where install_id = $1 and due_at is not null`,
        [installId],
      ),
    started: async (installId: string): Promise<{ lane: string; record: Json }[]> => {
      const { rows } = await pool.query<{ lane: string; record: Json }>(
        `select lane, body -> 'record' as record from lane_log where kind = 'scheduled' and body ->> 'installId' = $1 order by seq`,
        [installId],
      );
      return rows;
    },
  };
}

/** One turn of whatever is due; it dies before its n-th statement where `diesAt` says so. */
export async function takeTurns(rooms: ScheduleRooms, diesAt?: number): Promise<number> {
  const duty = scheduleDuty(diesAt === undefined ? rooms : dying(rooms, diesAt));
  try {
    const claimed = await duty.claim(10);
    for (const row of claimed) await duty.work(row);
    return claimed.length;
  } catch (error) {
    if (error instanceof Death) return 0;
    throw error;
  }
}

class Death extends Error {}

function dying(rooms: ScheduleRooms, diesAt: number): ScheduleRooms {
  let left = diesAt;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (--left < 0) throw new Death();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { ...rooms, tenants: { ...rooms.tenants, platform: rooms.tenants.platform.withPlugin(plugin) } };
}
