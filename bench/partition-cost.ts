// `node scripts/run.mjs bench/partition-cost.ts`: what writing events and runs costs PostgreSQL with partitions and without, in turn.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import pino from 'pino';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { migrate } from '@bellwire/server/database/migrate.ts';
import { openPool } from '@bellwire/server/database/open-pool.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { partText, partValues } from '@bellwire/server/lanes/commit-parts.ts';
import { makePartitionsAhead } from '@bellwire/server/retention/partitions.ts';
import { cpuMs } from './cpu-time.ts';

const { values: options } = parseArgs({ options: { batch: { type: 'string', default: '30' } } });
const BATCH = Number(options.batch);
/** Enough of them that ticks of 10 ms do not matter. */
const BATCHES_IN_TURN = Math.ceil(6000 / BATCH);
const TURNS = 15;

const owner = {
  workspace_id: '0193a4f0-0000-7000-8000-000000000001',
  contact_id: uuidV7(),
  bot_id: uuidV7(),
  hops: 0,
};
/** Of about the size of those that `npm run bench` makes. */
const run = {
  ...owner,
  flow_id: uuidV7(),
  flow_version: 1,
  subscription_id: uuidV7(),
  status: 'done',
  says: null,
  turn: 1,
  said: [1],
  state: null,
  history: [1, 2, 3, 4].map((n) => ({ step: `step-${n}`, type: 'set-field', exit: 'next', set: { n } })),
};
const event = {
  ...owner,
  install_id: uuidV7(),
  trigger: 'payment_paid',
  contact_ns: 'f9u1',
  items: { amount: 1 },
  source: 'api',
  state: 'done',
  reason: null,
  cause_run_id: null,
  url_id: null,
  only_subscription_id: null,
  fired_by: 'a key',
  arrival: [],
  decisions: [{ subscriptionId: uuidV7(), gates: [{ gate: 'filter', verdict: 'pass', facts: {} }] }],
};

const folder = mkdtempSync(join(tmpdir(), 'bellwire-bench-'));
chmodSync(folder, 0o755);
const database = await embeddedPostgres({ dataDir: folder, log: pino({ level: 'error' }) });
try {
  const { pool, end } = openPool({
    connectionString: database.url,
    options: '-c bellwire.workspace=*',
    max: 3,
  });
  try {
    await measure(pool);
  } finally {
    await end();
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(pool: pg.Pool): Promise<void> {
  await migrate(pool);
  await makePartitionsAhead(pool, Date.now() + 90 * 24 * 3600 * 1000);
  await pool.query(
    'create table plain_event (like event including all); create table plain_run (like run including all)',
  );
  const session = await pool.connect();
  await session.query('set plan_cache_mode = force_generic_plan');
  const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const costs: Record<'plain' | 'partitioned', number[]> = { plain: [], partitioned: [] };
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const kind of ['plain', 'partitioned'] as const) {
      const cost = await write(session, pid, kind);
      // The first turn plans the statements and fills the caches.
      if (turn > 0) costs[kind].push(cost);
    }
  }
  const [plain, partitioned] = [median(costs.plain), median(costs.partitioned)];
  console.log(
    `PostgreSQL's CPU for one event with its run, in batches of ${BATCH}: plain ${plain} µs, partitioned ${partitioned} µs, ratio ${(partitioned / plain).toFixed(3)}`,
  );
  session.release();
}

async function write(session: pg.ClientBase, pid: number, kind: 'plain' | 'partitioned'): Promise<number> {
  // The event's columns come after the seventeen of the run.
  const text = `with runs as (${partText('runs', 1)}), events as (${partText('events', 18)}) select 1`;
  const plain = text.replaceAll(/into (event|run) /g, 'into plain_$1 ').replace('run.said', 'plain_run.said');
  const statement = { name: kind, text: kind === 'plain' ? plain : text };
  const before = cpuMs([pid]);
  for (let batch = 0; batch < BATCHES_IN_TURN; batch++)
    await session.query({ ...statement, values: valuesOfBatch() });
  return Math.round(((cpuMs([pid]) - before) * 1000) / (BATCHES_IN_TURN * BATCH));
}

function valuesOfBatch(): unknown[] {
  const at = new Date().toISOString();
  const ids = Array.from({ length: BATCH }, () => [uuidV7(), uuidV7()] as const);
  const runs = ids.map(([id, eventId]) => ({ ...run, id, event_id: eventId, started_at: at, ended_at: at }));
  const events = ids.map(([, id]) => ({ ...event, id, fired_at: at, settled_at: at }));
  return [...partValues('runs', runs), ...partValues('events', events)];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
