// One round of load on the product or on the floor: accepted and done per second, where done is committed with all it led to.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { cpuMs } from './cpu-time.ts';
import type { BenchWorkspace } from './bench-workspace.ts';
import type { LoadPlan, LoadResult } from './load.ts';

export interface Rate {
  readonly accepted: number;
  /** Events done by the time the last one was, over that time. */
  readonly done: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time for one event, in microseconds: of the server that takes it in and runs it, and of PostgreSQL. */
  readonly serverUs: number;
  readonly databaseUs: number;
}

interface Round {
  readonly serverPid: number;
  readonly postmasterPid: number | null;
  readonly databaseUrl: string;
  readonly port: number;
  readonly batch: number;
  readonly seconds: number;
}

const CONNECTIONS = 32;

export function loadProduct({ workspace, ...round }: Round & { workspace: BenchWorkspace }): Promise<Rate> {
  const path = round.batch === 1 ? '/api/events' : '/api/events/batch';
  const done = 'select coalesce(sum(done), 0)::int as done from subscription_count';
  return measure(round, path, { authorization: `Bearer ${workspace.key}` }, workspace.contacts, done);
}

export function loadFloor({ contacts, ...round }: Round & { contacts: readonly string[] }): Promise<Rate> {
  return measure(round, '/', {}, contacts, 'select done::int from floor_count');
}

async function measure(
  round: Round,
  path: string,
  headers: Record<string, string>,
  contacts: readonly string[],
  doneText: string,
): Promise<Rate> {
  const client = new pg.Client({ connectionString: round.databaseUrl, options: '-c bellwire.workspace=*' });
  await client.connect();
  const target = { host: '127.0.0.1', port: round.port, path, headers };
  const cpu = (): [number, number] => [
    cpuMs([round.serverPid]),
    round.postmasterPid === null ? 0 : cpuMs([round.postmasterPid]),
  ];
  const doneBefore = await countDone(client, doneText);
  const [serverBefore, databaseBefore] = cpu();
  const startedAt = performance.now();
  const result = await load({
    target,
    connections: CONNECTIONS,
    contacts,
    batch: round.batch,
    seconds: round.seconds,
    rate: null,
  });
  if (result.refused > 0)
    throw new Error(`${result.refused} of ${result.requests} requests were refused: ${result.firstRefusal}`);
  await untilDone(client, doneText, doneBefore + result.events);
  const elapsed = (performance.now() - startedAt) / 1000;
  const [server, database] = cpu();
  await client.end();
  return {
    serverUs: Math.round(((server - serverBefore) * 1000) / result.events),
    databaseUs: Math.round(((database - databaseBefore) * 1000) / result.events),
    accepted: Math.round(result.events / result.seconds),
    done: Math.round(result.events / elapsed),
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
  };
}

async function untilDone(client: pg.Client, text: string, events: number): Promise<void> {
  while ((await countDone(client, text)) < events) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The counter that each commit moves on. Counting what is left in the log took a third of PostgreSQL's time when much was left. */
async function countDone(client: pg.Client, text: string): Promise<number> {
  const { rows } = await client.query<{ done: number }>(text);
  return rows[0]?.done ?? 0;
}

export function load(plan: LoadPlan): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'load.ts'));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? undefined : reject(new Error(`The load client ended with ${code}.`)),
    );
    child.once('message', (result: LoadResult) => resolve(result));
    child.send(plan);
  });
}
