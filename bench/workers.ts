// P5: what one, two and four workers do with the same full log, what each part's CPU costs, and what more cores would give.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { makeBenchWorkspace } from './bench-workspace.ts';
import { findPostmaster } from './cpu-time.ts';
import { drain, fill, type Drained, type Filled } from './drain.ts';
import { modelRate } from './model-rate.ts';
import { startProduct } from './product.ts';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '30000' },
    contacts: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '1,2,4' },
  },
});
const events = Number(options.events);
const contacts = Number(options.contacts);

const folder = mkdtempSync(join(tmpdir(), 'bellwire-bench-'));
// PostgreSQL runs as another user than root, and has to reach the folder.
chmodSync(folder, 0o755);
const database = await embeddedPostgres({ dataDir: folder, log: pino({ level: 'error' }) });
try {
  await bench();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  console.log(`Machine: ${machine}. PostgreSQL 18, fsync on, all on this machine.`);
  const api = await startProduct({ databaseUrl: database.url, dataDir: folder, role: 'api' });
  const workspace = await makeBenchWorkspace(database.url, contacts);
  const site = {
    databaseUrl: database.url,
    dataDir: folder,
    postmasterPid: findPostmaster(folder),
    workspace,
    events,
  };
  const fills: Filled[] = [];
  const drains: Drained[] = [];
  for (const workers of options.workers.split(',').map(Number)) {
    fills.push(await fill(site, api));
    drains.push(await drain(site, workers));
    console.log(`measured  ${sayDrained(drains.at(-1))}`);
  }
  await api.stop();
  const [first] = drains;
  const [intake] = fills.toSorted((a, b) => a.apiUs - b.apiUs);
  if (first === undefined || intake === undefined) return;
  console.log(
    `measured  taking in, 20 events a request: CPU an event: api ${intake.apiUs} µs, PostgreSQL ${intake.databaseUs} µs`,
  );
  const modelled = [2, 4, 8, 16].map((cores) => ({ cores, ...modelRate({ cores, intake, work: first }) }));
  for (const { cores, workers, rate } of modelled)
    console.log(`modelled  ${cores} cores for everything: ${rate} events/s with ${workers} workers`);
  console.log(JSON.stringify({ machine, events, contacts, fills, drains, modelled }));
}

function sayDrained(drained: Drained | undefined): string {
  if (drained === undefined) return '-';
  const { workers, rate, workerUs, databaseUs, coresUsed } = drained;
  return `${workers} workers: ${rate} events/s off a full log (CPU an event: workers ${workerUs} µs, PostgreSQL ${databaseUs} µs; ${coresUsed} cores busy)`;
}
