// What a run came to, as one line of JSON with the machine beside the figures.
import { cpus, totalmem } from 'node:os';
import type { Database } from './database.ts';
import type { Verdict } from './check-history.ts';
import type { FindingKind } from './findings.ts';
import { points } from './points.ts';
import type { Strikes } from './nemesis.ts';

export interface Report extends Readonly<Record<FindingKind, number>> {
  readonly seed: number;
  readonly minutes: number;
  readonly machine: string;
  readonly accepted: number;
  readonly answered_unclear: number;
  readonly faults_total: number;
  readonly faults: Readonly<Record<string, number>>;
  /** How often each named point was passed, and how often a program was struck exactly there. */
  readonly points: Readonly<Record<string, { readonly passed: number; readonly struck: number }>>;
  /** Of the shards of killed and frozen workers. */
  readonly takeover_ms: { readonly shards: number; readonly median: number; readonly p99: number };
  /** What the accepted events came to. */
  readonly books: Readonly<Record<string, number>>;
  /** How late pauses of flows were over, down times included. */
  readonly lateness_ms: { readonly pauses: number; readonly median: number; readonly p99: number };
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
  const { accepted, unclear, books, lateness, findings } = verdict;
  return {
    seed,
    minutes: Math.round(minutes * 10) / 10,
    machine,
    accepted,
    answered_unclear: unclear,
    ...findings.counts(),
    faults_total: strikes.total,
    faults: strikes.counts,
    points: Object.fromEntries(
      points.map(({ name }) => [name, { passed: passed[name] ?? 0, struck: strikes.points[name] ?? 0 }]),
    ),
    takeover_ms: { shards: takeovers.length, ...spread(takeovers) },
    books,
    lateness_ms: { pauses: lateness.length, ...spread(lateness) },
    settled_ms: settledMs,
    ok: accepted > 0 && findings.isClean() && settledMs !== null,
  };
}

function spread(values: readonly number[]): { median: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p99: at(0.99) };
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
