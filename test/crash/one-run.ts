// One fault run in a folder of its own, from the choice of its faults to what people are told of it.
import { rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRun } from './crash-run.ts';
import type { Options } from './options.ts';
import { findPlanted } from './planted.ts';
import type { Report } from './report.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Outcome {
  readonly report: Report;
  /** Whether the judge has found something: with a planted bug, that is what is wanted. */
  readonly found: boolean;
}

export async function oneRun(options: Options): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-crash-'));
  // PostgreSQL runs as another user where we are root, and has to come through.
  await chmod(folder, 0o755);
  // Broken off, it leaves no folder behind.
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  console.error(`Fault run with seed ${options.seed} in ${folder}`);
  try {
    return await runIn(folder, options);
  } finally {
    process.off('exit', removeFolder);
    if (options.keep) console.error(`Kept: ${folder}`);
    else removeFolder();
  }
}

async function runIn(folder: string, options: Options): Promise<Outcome> {
  const bug = options.plant === undefined ? undefined : findPlanted(options.plant);
  if (bug !== undefined) console.error(`Planted: ${bug.says}`);
  const only = options.only.length > 0 ? options.only : (bug?.faults ?? []);
  const say = (line: string): void => console.error(line);
  const { report, verdict } = await crashRun({ ...options, only }, { folder, root, bug, say });
  for (const line of verdict.findings.inWords()) console.error(line);
  // A server that does not even start proves nothing.
  return { report, found: report.accepted > 0 && !verdict.findings.isClean() };
}
