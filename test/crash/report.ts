// What a run came to, as one line of JSON with the machine beside the figures.
import { cpus, totalmem } from 'node:os';
import type { Database } from './database.ts';
import type { Verdict } from './check-history.ts';
import { points } from './points.ts';
import type { Strikes } from './nemesis.ts';

export interface Report {
  readonly seed: number;
  readonly minutes: number;
  readonly machine: string;
  readonly accepted: number;
  readonly answered_unclear: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly overlapped: number;
  readonly unsettled: number;
  readonly refused: number;
  readonly faults_total: number;
  readonly faults: Readonly<Record<string, number>>;
  /** How often each named point was passed, and how often a program was struck exactly there. */
  readonly points: Readonly<Record<string, { readonly passed: number; readonly struck: number }>>;
  /** Of the shards of killed and frozen workers. */
  readonly takeover_ms: { readonly shards: number; readonly median: number; readonly p99: number };
  /** From the end of the last fault until all was done; null: it never was. */
  readonly settled_ms: number | null;
  readonly ok: boolean;
}

interface RunFacts {
  readonly seed: number;
  readonly minutes: number;
  readonly machine: string;
  readonly verdict: Verdict;
  readonly strikes: Strikes;
  readonly passed: Readonly<Record<string, number>>;
  readonly takeovers: readonly number[];
  readonly settledMs: number | null;
}

export function reportOf({
  seed,
  minutes,
  machine,
  verdict,
  strikes,
  passed,
  takeovers,
  settledMs,
}: RunFacts): Report {
  const { accepted, unclear, findings } = verdict;
  return {
    seed,
    minutes: Math.round(minutes * 10) / 10,
    machine,
    accepted,
    answered_unclear: unclear,
    lost: findings.count('lost'),
    duplicated: findings.count('duplicated'),
    reordered: findings.count('reordered'),
    overlapped: findings.count('overlapped'),
    unsettled: findings.count('unsettled'),
    refused: findings.count('refused'),
    faults_total: strikes.total,
    faults: strikes.counts,
    points: Object.fromEntries(
      points.map(({ name }) => [name, { passed: passed[name] ?? 0, struck: strikes.points[name] ?? 0 }]),
    ),
    takeover_ms: {
      shards: takeovers.length,
      median: quantile(takeovers, 0.5),
      p99: quantile(takeovers, 0.99),
    },
    settled_ms: settledMs,
    ok: accepted > 0 && findings.isClean() && settledMs !== null,
  };
}

function quantile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  );
}

export async function describeMachine(database: Database): Promise<string> {
  const { rows } = await database.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  const { version = '?', fsync = '?', commit = '?' } = rows[0] ?? {};
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? '?'}), ${memory} GB, Node ${process.version}, PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}`;
}
