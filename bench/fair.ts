// Fair share: one workspace fires a hundred thousand events at once; how long does another's wait for the start of their runs?
//
// `node scripts/run.mjs bench/fair.ts`. The last line is JSON. The start is what the platform itself has written down: the time of the
// run's first step less that of the event's acceptance.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { makeBenchWorkspace, type BenchWorkspace } from './bench-workspace.ts';
import { load } from './rounds.ts';
import { startProduct } from './product.ts';

const QUIET_RATE = 50;
const SECONDS = 10;
const FLOOD_EVENTS = 100_000;

const folder = mkdtempSync(join(tmpdir(), 'bellwire-fair-'));
// PostgreSQL runs as another user than root, and has to reach the folder.
chmodSync(folder, 0o755);
const database = await embeddedPostgres({ dataDir: folder, log: pino({ level: 'error' }) });
try {
  await measure();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const product = await startProduct({ databaseUrl: database.url, dataDir: folder });
  const flooding = await makeBenchWorkspace(database.url, 10_000, 'f8u');
  const quiet = await makeBenchWorkspace(database.url, 1_000, 'f9u');
  await fireAtRate(product.port, quiet, 2);
  const alone = await startsOf(quiet, () => fireAtRate(product.port, quiet, SECONDS));
  console.log(
    `Alone, ${QUIET_RATE} events/s: start p50 ${alone.p50Ms} ms, p95 ${alone.p95Ms} ms (${alone.runs} runs)`,
  );
  const flood = fireAtOnce(product.port, flooding);
  const beside = await startsOf(quiet, () => fireAtRate(product.port, quiet, SECONDS));
  const fired = await flood;
  const ratio = Math.round((beside.p95Ms / alone.p95Ms) * 100) / 100;
  console.log(
    `While another fires ${fired} at once: start p50 ${beside.p50Ms} ms, p95 ${beside.p95Ms} ms (${beside.runs} runs), ratio ${ratio}`,
  );
  await product.stop();
  console.log(JSON.stringify({ alone, beside, ratio, flood: fired }));
}

function targetOf(port: number, path: string, { key }: BenchWorkspace) {
  return { host: '127.0.0.1', port, path, headers: { authorization: `Bearer ${key}` } };
}

function fireAtRate(port: number, workspace: BenchWorkspace, seconds: number) {
  const target = targetOf(port, '/api/events', workspace);
  const { contacts } = workspace;
  return load({ target, connections: 8, contacts, batch: 1, seconds, rate: QUIET_RATE });
}

/** As fast as answers come, until all are in. */
async function fireAtOnce(port: number, workspace: BenchWorkspace): Promise<number> {
  const target = targetOf(port, '/api/events/batch', workspace);
  const { contacts } = workspace;
  let fired = 0;
  while (fired < FLOOD_EVENTS)
    fired += (await load({ target, connections: 16, contacts, batch: 50, seconds: 2, rate: null })).events;
  return fired;
}

interface Starts {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly runs: number;
}

async function startsOf({ workspaceId }: BenchWorkspace, fire: () => Promise<unknown>): Promise<Starts> {
  const client = new pg.Client({ connectionString: database.url, options: '-c bellwire.workspace=*' });
  await client.connect();
  const since = new Date();
  await fire();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const { rows } = await client.query<{ p50: number; p95: number; runs: number }>(
    `select percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.95) within group (order by ms) as p95,
            count(*)::int as runs
       from (select extract(epoch from r.started_at - e.fired_at)::float8 * 1000 as ms
               from run r join event e on e.workspace_id = r.workspace_id and e.id = r.event_id
              where r.workspace_id = $1 and e.fired_at >= $2) starts`,
    [workspaceId, since],
  );
  await client.end();
  const [row] = rows;
  if (row === undefined || row.runs === 0) throw new Error('No run has started.');
  return { p50Ms: Math.round(row.p50 * 10) / 10, p95Ms: Math.round(row.p95 * 10) / 10, runs: row.runs };
}
