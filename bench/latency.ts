// P2: from the moment a request was to go out until its message is committed, at a fixed rate, seen from outside the server.
//
// The server tells other processes what it has committed; this measurement enrols as one of them and listens.
import pg from 'pg';
import { z } from 'zod';
import type { BenchWorkspace } from './bench-workspace.ts';
import { load } from './rounds.ts';

export interface Latency {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly sent: number;
  readonly seen: number;
  readonly achievedRate: number;
}

interface Plan {
  readonly databaseUrl: string;
  readonly workspace: BenchWorkspace;
  readonly port: number;
  readonly rate: number;
  readonly seconds: number;
}

const toldForm = z.object({ arrivals: z.array(z.string()) });

export async function measureLatency(plan: Plan): Promise<Latency> {
  const client = new pg.Client({ connectionString: plan.databaseUrl });
  await client.connect();
  const committedAt = await hearCommits(client);
  const stop = await enrol(client);
  const target = {
    host: '127.0.0.1',
    port: plan.port,
    path: '/api/events',
    headers: { authorization: `Bearer ${plan.workspace.key}` },
  };
  const { rate, seconds } = plan;
  const { contacts } = plan.workspace;
  const result = await load({ target, connections: 32, contacts, batch: 1, seconds, rate });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await stop();
  await client.end();
  const times = result.sent
    .flatMap(([id, at]) => (committedAt.has(id) ? [(committedAt.get(id) ?? 0) - at] : []))
    .toSorted((a, b) => a - b);
  const share = (part: number): number =>
    Math.round((times[Math.floor(times.length * part)] ?? Number.NaN) * 10) / 10;
  return {
    p50Ms: share(0.5),
    p99Ms: share(0.99),
    sent: result.sent.length,
    seen: times.length,
    achievedRate: Math.round(result.events / result.seconds),
  };
}

/** When the commit of each event was heard of (epoch ms), by its id; filled as they come. */
async function hearCommits(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const committedAt = new Map<string, number>();
  client.on('notification', ({ payload = '' }) => {
    const now = performance.timeOrigin + performance.now();
    for (const id of toldForm.parse(JSON.parse(payload)).arrivals) committedAt.set(id, now);
  });
  await client.query('listen bellwire_committed');
  return committedAt;
}

async function enrol(client: pg.Client): Promise<() => Promise<void>> {
  const id = '00000000-0000-7000-8000-00000000be4c';
  const beat = (): Promise<unknown> =>
    client.query(
      `insert into server_process (id, host, works_lanes, beat_at) values ($1, 'bench', false, clock_timestamp())
       on conflict (id) do update set beat_at = excluded.beat_at`,
      [id],
    );
  await beat();
  const timer = setInterval(() => void beat(), 1000);
  // The worker looks who else is there once a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return async () => {
    clearInterval(timer);
    await client.query('delete from server_process where id = $1', [id]);
  };
}
