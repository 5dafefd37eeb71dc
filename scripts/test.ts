// Runs the tests: `npm test` runs all, `npm test -- engine` those whose path contains "engine".
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import type { EmbeddedPostgres } from '@bellwire/server/database/embedded-postgres.ts';
import { holdTestServer } from '@bellwire/server/database/test-server.ts';
import { buildWebIfStale } from './build-web.ts';
import { root } from './run-tool.ts';
import { listFiles } from './source.ts';
import { report, type Totals } from './test-report.ts';

type Print = (text: string) => void;

const tests = {
  name: 'Tests',
  files: /\.test\.tsx?$/,
  concurrency: availableParallelism(),
  // Not how fast a test should be, but when it hangs: a busy machine takes many times what an idle one does.
  mostSeconds: 20,
};

/** Browser journeys come last and one at a time: each has a server, a database and a browser to itself. */
const journeys = { name: 'Journeys', files: /^test\/.*\.journey\.ts$/, concurrency: 1, mostSeconds: 300 };

/** Runs every test file whose path contains one of the parts, or all where there are none. True if all passed. */
export async function runTests(parts: string[], print: Print): Promise<boolean> {
  const started = performance.now();
  const database = await holdDatabase(parts);
  const first = await runStage(tests, parts, print);
  const last = await runStage(journeys, parts, print);
  await database?.stop();
  const stages = [first, last].filter((totals) => totals !== undefined);
  if (stages.length === 0)
    print(`No test file has ${parts.map((part) => `"${part}"`).join(' or ')} in its path.`);
  printTotals(stages, performance.now() - started, print);
  return stages.length > 0 && stages.every(({ failed, cancelled }) => failed + cancelled === 0);
}

async function runStage(stage: typeof tests, parts: string[], print: Print): Promise<Totals | undefined> {
  const paths = choosePaths(stage, parts);
  if (paths.length === 0) return undefined;
  if (stage === journeys) await buildWebIfStale(print);
  print(`${stage.name} (${paths.length} files, ${stage.concurrency} at a time)`);
  const files = paths.map((path) => join(root, path));
  const timeout = stage.mostSeconds * 1000;
  const execArgv = [
    '--disable-warning=ExperimentalWarning',
    `--import=${import.meta.resolve('./test-guard.ts')}`,
  ];
  return report(run({ files, cwd: root, concurrency: stage.concurrency, timeout, execArgv }), print);
}

function choosePaths(stage: typeof tests, parts: string[]): string[] {
  return listFiles(stage.files).filter(
    (path) => parts.length === 0 || parts.some((part) => path.includes(part)),
  );
}

/** One PostgreSQL for the whole run: otherwise it would stop and start between the files, and the first test would wait. */
async function holdDatabase(parts: string[]): Promise<EmbeddedPostgres | undefined> {
  const paths = [...choosePaths(tests, parts), ...choosePaths(journeys, parts)];
  const isNeeded = paths.some((path) => /^(?:server|test)\//.test(path));
  if (!isNeeded || process.env.TEST_DATABASE_URL !== undefined) return undefined;
  const server = await holdTestServer();
  process.env.TEST_DATABASE_URL = server.url;
  process.once('SIGINT', () => void server.stop().finally(() => process.exit(130)));
  return server;
}

/** The closing lines of Node's own reports, which people and other programs know how to read. */
function printTotals(stages: Totals[], milliseconds: number, print: Print): void {
  const sum = (count: keyof Totals) => stages.reduce((all, totals) => all + totals[count], 0);
  print(`# tests ${sum('tests')}`);
  print(`# suites ${sum('suites')}`);
  print(`# pass ${sum('passed')}`);
  print(`# fail ${sum('failed')}`);
  print(`# cancelled ${sum('cancelled')}`);
  print(`# skipped ${sum('skipped')}`);
  print(`# todo ${sum('todo')}`);
  print(`# duration_ms ${Math.round(milliseconds)}`);
}

if (import.meta.main) {
  const passed = await runTests(process.argv.slice(2), console.log);
  process.exitCode = passed ? 0 : 1;
}
