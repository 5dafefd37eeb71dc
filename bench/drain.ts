// Fills the log while nobody works it, then lets so many workers begin at one moment, and measures how they empty it.
import pg from 'pg';
import type { BenchWorkspace } from './bench-workspace.ts';
import { cpuMs } from './cpu-time.ts';
import { startProduct, type Product } from './product.ts';
import { load } from './rounds.ts';

interface Site {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly postmasterPid: number | null;
  readonly workspace: BenchWorkspace;
  readonly events: number;
}

export interface Filled {
  readonly rate: number;
  /** CPU time for one event, in microseconds. */
  readonly apiUs: number;
  readonly databaseUs: number;
}

export interface Drained {
  readonly workers: number;
  readonly rate: number;
  /** CPU time for one event, in microseconds: of all workers together, and of PostgreSQL. */
  readonly workerUs: number;
  readonly databaseUs: number;
  readonly coresUsed: number;
}

const IN_A_REQUEST = 20;
const CONNECTIONS = 8;

/** In rounds of a second, until there are at least so many; nobody may be working. */
export async function fill({ postmasterPid, workspace, events }: Site, api: Product): Promise<Filled> {
  const cpu = (): readonly [number, number] => [cpuMs([api.pid]), cpuMs(known(postmasterPid))];
  const [apiBefore, databaseBefore] = cpu();
  let taken = 0;
  let seconds = 0;
  while (taken < events) {
    const result = await load({
      target: {
        host: '127.0.0.1',
        port: api.port,
        path: '/api/events/batch',
        headers: { authorization: `Bearer ${workspace.key}` },
      },
      connections: CONNECTIONS,
      contacts: workspace.contacts,
      batch: IN_A_REQUEST,
      seconds: 1,
      rate: null,
    });
    if (result.refused > 0) throw new Error(`Requests were refused: ${result.firstRefusal}`);
    taken += result.events;
    seconds += result.seconds;
  }
  const [apiAfter, databaseAfter] = cpu();
  return {
    rate: Math.round(taken / seconds),
    apiUs: Math.round(((apiAfter - apiBefore) * 1000) / taken),
    databaseUs: Math.round(((databaseAfter - databaseBefore) * 1000) / taken),
  };
}

/** Between a tenth and nine tenths of the events: beginning and end have other speeds. */
export async function drain(site: Site, workers: number): Promise<Drained> {
  const client = new pg.Client({ connectionString: site.databaseUrl, options: '-c bellwire.workspace=*' });
  await client.connect();
  const left = await count(client, 'select count(*)::int as n from lane_log');
  const before = await countDone(client);
  await client.query(everyShard('pg_advisory_lock'));
  const products = [];
  for (let n = 0; n < workers; n++) products.push(await startProduct({ ...site, role: 'worker' }));
  await until(
    async () =>
      (await count(client, 'select count(*)::int as n from server_process where works_lanes')) === workers,
  );
  await client.query(everyShard('pg_advisory_unlock'));
  const pids = products.map(({ pid }) => pid);
  const look = () => ({
    at: performance.now(),
    worker: cpuMs(pids),
    database: cpuMs(known(site.postmasterPid)),
  });
  await until(async () => (await countDone(client)) - before >= left * 0.1);
  const [fromDone, from] = [await countDone(client), look()];
  await until(async () => (await countDone(client)) - before >= left * 0.9);
  const [toDone, to] = [await countDone(client), look()];
  await until(async () => (await countDone(client)) - before >= left);
  await Promise.all(products.map((product) => product.stop()));
  await client.end();
  const done = toDone - fromDone;
  const [workerMs, databaseMs] = [to.worker - from.worker, to.database - from.database];
  return {
    workers,
    rate: Math.round((done / (to.at - from.at)) * 1000),
    workerUs: Math.round((workerMs * 1000) / done),
    databaseUs: Math.round((databaseMs * 1000) / done),
    coresUsed: Math.round(((workerMs + databaseMs) / (to.at - from.at)) * 100) / 100,
  };
}

/** The locks by which workers own shards: as long as somebody else has them, no worker begins. */
function everyShard(what: 'pg_advisory_lock' | 'pg_advisory_unlock'): string {
  return `select ${what}(x'62656c6c'::int, shard) from generate_series(0, 63) as shard`;
}

function countDone(client: pg.Client): Promise<number> {
  return count(client, 'select coalesce(sum(done), 0)::int as n from subscription_count');
}

async function count(client: pg.Client, text: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(text);
  return rows[0]?.n ?? 0;
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  while (!(await isReached())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function known(pid: number | null): number[] {
  return pid === null ? [] : [pid];
}
