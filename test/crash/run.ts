// The program `npm run crash`: kills and freezes every part of a running Bellwire, and proves that nothing was lost, doubled or mixed.
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRun } from './crash-run.ts';
import { chooseFaults } from './faults/faults.ts';
import { readOptions, usage, type Options } from './options.ts';
import { findPlanted } from './planted.ts';

const root = join(import.meta.dirname, '..', '..');

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
    if (options.plant !== undefined) findPlanted(options.plant);
    chooseFaults(options.only);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-crash-'));
  // PostgreSQL runs as another user where we are root, and has to come through.
  await chmod(folder, 0o755);
  endWhenAsked(folder, options);
  console.error(`Fault run with seed ${options.seed} in ${folder}`);
  try {
    return await runIn(folder, options);
  } finally {
    if (options.keep) console.error(`Kept: ${folder}`);
  }
}

async function runIn(folder: string, options: Options): Promise<number> {
  const bug = options.plant === undefined ? undefined : findPlanted(options.plant);
  if (bug !== undefined) console.error(`Planted: ${bug.says}`);
  const { report, verdict } = await crashRun(options, {
    folder,
    root,
    bug,
    say: (line) => console.error(line),
  });
  for (const line of verdict.findings.inWords()) console.error(line);
  // Found is what the judge found: a server that does not even start proves nothing.
  const found = report.accepted > 0 && !verdict.findings.isClean();
  console.log(JSON.stringify(bug === undefined ? report : { planted: bug.name, found, ...report }));
  if (bug === undefined) return report.ok ? 0 : 1;
  console.error(found ? 'The planted bug was found.' : 'The planted bug was NOT found.');
  return found ? 0 : 1;
}

/** Broken off, it leaves no process behind (each ends its own at the exit) and no folder. */
function endWhenAsked(folder: string, { keep }: Options): void {
  process.once('exit', () => keep || rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));
}
