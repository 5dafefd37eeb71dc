// `npm run bench`: P1, P2 and P6 of the product beside the floor, in one run on one machine. The last line is JSON.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { embeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { makeBenchWorkspace, type BenchWorkspace } from './bench-workspace.ts';
import { findPostmaster } from './cpu-time.ts';
import { startFloor } from './floor.ts';
import { measureLatency } from './latency.ts';
import { loadFloor, loadProduct, type Rate } from './rounds.ts';
import { startProduct, type Product } from './product.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    contacts: { type: 'string', default: '10000' },
    // CPU an event may cost, in floors: more makes the run fail. Time would say how busy the machine was.
    guard: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const contacts = Number(options.contacts);

const folder = mkdtempSync(join(tmpdir(), 'bellwire-bench-'));
// PostgreSQL runs as another user than root, and has to reach the folder.
chmodSync(folder, 0o755);
const log = pino({ level: 'error' });
const database = await embeddedPostgres({ dataDir: folder, log });
const postmasterPid = findPostmaster(folder);
try {
  await bench();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB. PostgreSQL 18, fsync on, all on this machine.`,
  );
  const product = await startProduct({ databaseUrl: database.url, dataDir: folder });
  console.log(`P6 start with a ready database: ${product.startMs} ms; idle memory ${product.memoryMb()} MB`);
  const workspace = await makeBenchWorkspace(database.url, contacts);
  const single = await compare('one event a request', workspace, product, 1);
  const memoryMb = product.memoryMb();
  const batch = await compare('20 events a request', workspace, product, 20);
  const latency = await measureLatency({
    databaseUrl: database.url,
    workspace,
    port: product.port,
    rate: 1000,
    seconds,
  });
  console.log(
    `P2 at ${latency.achievedRate} events/s open loop, request to committed: p50 ${latency.p50Ms} ms, p99 ${latency.p99Ms} ms (${latency.seen} of ${latency.sent} events seen)`,
  );
  console.log(`P6 memory of the server under P1: ${memoryMb} MB`);
  await product.stop();
  keepGuard(single, batch);
  console.log(
    JSON.stringify({
      ours: single.ours,
      floor: single.floor,
      ratio: single.ratio,
      cpu: single.cpu,
      batch,
      p2: latency,
      p6: { start_ms: product.startMs, idle_mb: product.idleMb, load_mb: memoryMb },
      settings: { seconds, rounds, contacts, connections: 32, cores: cpus().length },
    }),
  );
}

/** A regression: something made an event dearer than it may be. */
function keepGuard(single: Compared, batch: Compared): void {
  if (options.guard === undefined) return;
  const most = Number(options.guard);
  for (const [name, { cpu }] of Object.entries({ single, batch })) {
    if (cpu <= most) continue;
    console.error(`An event (${name}) costs the CPU of ${cpu} floors; ${most} are allowed.`);
    process.exitCode = 1;
  }
}

interface Compared {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  /** CPU of server and database for one event, in floors. */
  readonly cpu: number;
}

/** Turn by turn, so that what else the machine does falls on both; medians. */
async function compare(
  name: string,
  workspace: BenchWorkspace,
  product: Product,
  batch: number,
): Promise<Compared> {
  const ours: Rate[] = [];
  const floors: Rate[] = [];
  const both = { databaseUrl: database.url, postmasterPid, batch, seconds };
  for (let round = 0; round < rounds; round++) {
    const floor = await startFloor(database.url, contacts);
    const onFloor = { ...both, serverPid: process.pid, port: floor.port };
    floors.push(await loadFloor({ ...onFloor, contacts: workspace.contacts }));
    await floor.close();
    ours.push(await loadProduct({ ...both, serverPid: product.pid, port: product.port, workspace }));
    console.log(`P1 ${name}, round ${round + 1}: ours ${say(ours.at(-1))}; floor ${say(floors.at(-1))}`);
  }
  const result = {
    ours: median(ours),
    floor: median(floors),
    ratio: Math.round((median(ours) / median(floors)) * 100) / 100,
    cpu: Math.round((leastCpu(ours) / leastCpu(floors)) * 100) / 100,
  };
  console.log(
    `P1 ${name}: ours ${result.ours} events/s done, floor ${result.floor}, ratio ${result.ratio}; CPU an event ${result.cpu} floors`,
  );
  return result;
}

function say(rate: Rate | undefined): string {
  return rate === undefined
    ? '-'
    : `${rate.done} events/s done (${rate.accepted} accepted/s, answer p50 ${rate.p50Ms} ms, p99 ${rate.p99Ms} ms; CPU an event: server ${rate.serverUs} µs, PostgreSQL ${rate.databaseUs} µs)`;
}

/** What else ran can only add to it, so the least is the truest. */
function leastCpu(rates: readonly Rate[]): number {
  return Math.min(...rates.map(({ serverUs, databaseUs }) => serverUs + databaseUs));
}

function median(rates: readonly Rate[]): number {
  return rates.map(({ done }) => done).toSorted((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
}
