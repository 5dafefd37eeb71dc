// Finds the folder and the user for the embedded server: PostgreSQL refuses to run as root.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Logger } from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';

export interface Home {
  /** Absolute, without links; belongs to the server's user. */
  readonly folder: string;
  /** Runs one of PostgreSQL's programs as the server's user. Rejects with what it wrote to stderr. */
  run(program: string, args: readonly string[]): Promise<void>;
  /** Gives a file or folder to the server's user. */
  hand(path: string): Promise<void>;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

const execute = promisify(execFile);

/** `<dataDir>/postgres`, or the folder that a link of this name points to. */
export async function openHome(dataDir: string, log: Pick<Logger, 'warn'>): Promise<Home> {
  const parent = resolve(dataDir);
  const wanted = join(parent, 'postgres');
  await mkdir(parent, { recursive: true });
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    return makeHome(await realpath(wanted), undefined);
  }
  if (!(await exists(wanted))) await makeFolder(parent, wanted, log);
  const folder = await followLink(wanted);
  const owner = await stat(folder);
  // A folder that was made before we ran as root keeps its user.
  const user = owner.uid === 0 ? await findUser() : owner;
  if (owner.uid === 0) await chown(folder, user.uid, user.gid);
  if (!(await canReach(folder, user))) throw unreachable(folder, user);
  return makeHome(folder, user);
}

function makeHome(folder: string, user: User | undefined): Home {
  const identity = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  const { PATH, SystemRoot } = process.env;
  return {
    folder,
    async run(program, args) {
      await execute(program, args, {
        ...identity,
        cwd: folder,
        env: { PATH, SystemRoot, TZ: 'UTC', LC_ALL: 'C' },
      });
    },
    async hand(path) {
      if (user !== undefined) await chown(path, user.uid, user.gid);
    },
  };
}

/**
 * Under /root and the like the user cannot come through the parent folders, and to open those is no business of
 * ours. The data then goes to /var/lib/bellwire, and a link in the data folder shows where.
 */
async function makeFolder(parent: string, wanted: string, log: Pick<Logger, 'warn'>): Promise<void> {
  const user = await findUser();
  if (await canReach(parent, user)) {
    await mkdir(wanted, { mode: 0o700 });
    return;
  }
  const outside = '/var/lib/bellwire';
  await mkdir(outside, { recursive: true });
  await chmod(outside, 0o755);
  const folder = join(outside, `postgres-${randomBytes(4).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  await symlink(folder, wanted);
  log.warn(
    `PostgreSQL does not run as root, and its user cannot reach ${parent}. The database is in ${folder}; ${wanted} is a link to it.`,
  );
}

async function followLink(wanted: string): Promise<string> {
  try {
    return await realpath(wanted);
  } catch (cause) {
    throw new ProblemError('not-ready', {
      says: `${wanted} is a link to a folder that is gone. Bring that folder back, or delete the link to begin with an empty database.`,
      cause,
    });
  }
}

/** Debian's `postgres` where there is one, else `nobody`. It must have a name: initdb looks its own user up. */
async function findUser(): Promise<User> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (entry === undefined) {
    throw new ProblemError('not-ready', {
      says: 'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody". Start Bellwire as an ordinary user, or set DATABASE_URL.',
    });
  }
  // macOS writes nobody as -2.
  return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
}

/** Tried out rather than computed from mode bits, which know nothing of access lists. */
async function canReach(folder: string, { uid, gid }: User): Promise<boolean> {
  return execute('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

function unreachable(folder: string, user: User): ProblemError {
  return new ProblemError('not-ready', {
    says: `PostgreSQL does not run as root, and its user (uid ${user.uid}) cannot reach ${folder}. Move the data folder to where that user can go (BELLWIRE_DATA), start Bellwire as an ordinary user, or set DATABASE_URL.`,
  });
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
