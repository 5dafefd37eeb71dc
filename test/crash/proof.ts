// The whole proof: several seeds at full size, then every planted bug; told as Markdown, for docs/reliability.md.
import { allPlants } from './all-plants.ts';
import { oneRun } from './one-run.ts';
import type { Options } from './options.ts';
import type { Report } from './report.ts';
import { table } from './table.ts';

const DEFAULT_EVENTS = 100_000;
const DEFAULT_FAULTS = 200;

const columns: readonly [string, (report: Report) => string | number][] = [
  ['Seed', ({ seed }) => seed],
  ['Minutes', ({ minutes }) => minutes],
  ['Accepted', ({ accepted }) => accepted],
  ['Faults', (report) => report.faults_total],
  ['Lost', ({ lost }) => lost],
  ['Duplicated', ({ duplicated }) => duplicated],
  ['Reordered', ({ reordered }) => reordered],
  ['Overlapped', ({ overlapped }) => overlapped],
  ['Early', ({ early }) => early],
  ['Unsettled', ({ unsettled }) => unsettled],
  ['Takeover p50 / p99 (ms)', (report) => `${report.takeover_ms.median} / ${report.takeover_ms.p99}`],
  ['At rest after (ms)', (report) => report.settled_ms ?? '**never**'],
];

/** @returns whether all runs were clean and all bugs were found. */
export async function proof(options: Options, print: (line: string) => void): Promise<boolean> {
  const { runs, events = DEFAULT_EVENTS, faults = DEFAULT_FAULTS } = options;
  const reports: Report[] = [];
  for (let run = 0; run < runs; run++) {
    const { report } = await oneRun({ ...options, seed: options.seed + run, events, faults });
    console.error(JSON.stringify(report));
    reports.push(report);
  }
  print(`Machine: ${reports[0]?.machine ?? '?'}\n`);
  print(
    table(
      columns.map(([head]) => head),
      reports.map((report) => columns.map(([, cell]) => String(cell(report)))),
    ),
  );
  print(`\nFaults, all runs together:\n\n${counts(reports.map((report) => report.faults))}`);
  print(
    `\nNamed points, struck exactly there:\n\n${counts(
      reports.map(({ points }) =>
        Object.fromEntries(Object.entries(points).map(([name, { struck }]) => [name, struck])),
      ),
    )}\n`,
  );
  const foundAll = await allPlants({ ...options, events: undefined, faults: undefined }, print);
  return foundAll && reports.every(({ ok }) => ok);
}

function counts(all: readonly Readonly<Record<string, number>>[]): string {
  const sums = new Map<string, number>();
  for (const one of all)
    for (const [name, count] of Object.entries(one)) sums.set(name, (sums.get(name) ?? 0) + count);
  return table(
    ['Name', 'Times'],
    [...sums].map(([name, count]) => [name, String(count)]),
  );
}
