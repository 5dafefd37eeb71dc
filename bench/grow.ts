// `node scripts/run.mjs bench/grow.ts`: P4, what a million contacts and a long past do to P1, to the lanes' questions and to the lists.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { openPool } from '@bellwire/server/database/open-pool.ts';
import { makeBenchWorkspace, type BenchWorkspace } from './bench-workspace.ts';
import { findPostmaster } from './cpu-time.ts';
import { fill, type Size } from './grow-fill.ts';
import { timeLaneQueries, timePages } from './grow-queries.ts';
import { startProduct, type Product } from './product.ts';
import { loadProduct, type Rate } from './rounds.ts';

const { values: options } = parseArgs({
  options: {
    contacts: { type: 'string', default: '1000000' },
    subscriptions: { type: 'string', default: '10000' },
    events: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
  },
});
const size: Size = {
  contacts: Number(options.contacts),
  subscriptions: Number(options.subscriptions),
  events: Number(options.events),
  runs: Number(options.runs),
};

const folder = mkdtempSync(join(tmpdir(), 'bellwire-grow-'));
chmodSync(folder, 0o755);
const database = await embeddedPostgres({ dataDir: folder, log: pino({ level: 'error' }) });
try {
  await grow();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function grow(): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB. PostgreSQL 18, fsync on.`,
  );
  const young = await startProduct({ databaseUrl: database.url, dataDir: folder });
  const workspace = await makeBenchWorkspace(database.url, 10_000);
  const before = await load(young, workspace);
  console.log(`P1 before: ${say(before)}`);
  await young.stop();
  await fillUp();
  const grown = await startProduct({ databaseUrl: database.url, dataDir: folder });
  try {
    await measureGrown(grown, workspace, before);
  } finally {
    await grown.stop();
  }
}

async function measureGrown(grown: Product, workspace: BenchWorkspace, before: Rate): Promise<void> {
  const after = await load(grown, workspace);
  const ratio = Math.round((after.done / before.done) * 100) / 100;
  console.log(`P1 after: ${say(after)}; ratio ${ratio}`);
  const timings = [
    ...(await timeLaneQueries(database.url, size)),
    ...(await timePages(database.url, grown.port)),
  ];
  for (const { name, p50Ms, p99Ms } of timings) console.log(`${name}: p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  console.log(JSON.stringify({ size, before, after, ratio, timings }));
}

/** The median of the rounds. */
async function load({ pid, port }: Product, workspace: BenchWorkspace): Promise<Rate> {
  const rates: Rate[] = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    const postmasterPid = findPostmaster(folder);
    const both = { databaseUrl: database.url, postmasterPid, batch: 1, seconds: Number(options.seconds) };
    rates.push(await loadProduct({ ...both, serverPid: pid, port, workspace }));
  }
  const median = rates.toSorted((a, b) => a.done - b.done)[Math.floor(rates.length / 2)];
  if (median === undefined) throw new Error('At least one round is needed.');
  return median;
}

async function fillUp(): Promise<void> {
  const startedAt = performance.now();
  const { pool, end } = openPool({
    connectionString: database.url,
    // What is filled in need not survive a power cut.
    options: '-c bellwire.workspace=* -c synchronous_commit=off',
    max: 3,
  });
  await fill(pool, size, (what) =>
    console.log(`${Math.round((performance.now() - startedAt) / 1000)} s: ${what} are there.`),
  );
  const { rows } = await pool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  console.log(`The database has ${rows[0]?.size ?? '?'}.`);
  await end();
}

function say({ done, p50Ms, p99Ms, serverUs, databaseUs }: Rate): string {
  return `${done} events/s done, answer p50 ${p50Ms} ms, p99 ${p99Ms} ms; CPU an event: server ${serverUs} µs, PostgreSQL ${databaseUs} µs`;
}
