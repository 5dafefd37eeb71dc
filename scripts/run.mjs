// Runs one of our TypeScript programs on the pinned Node, installing the packages first where that is needed.
// Plain JavaScript without dependencies: it must work in a fresh clone on any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.bellwire-installed');
/** Made by whoever installs: only one process can make a folder. Not among the packages, which `npm ci` deletes first. */
const lock = join(root, '.cache', 'installing');
const lockOwner = join(lock, 'pid');

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error('usage: node scripts/run.mjs <program.ts> [arguments]');
  process.exit(2);
}

await installIfNeeded();
const child = spawn(pinnedNode(), ['--disable-warning=ExperimentalWarning', join(root, program), ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile'),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** Two programs started at once in a fresh clone: the second waits until the first has installed. */
async function installIfNeeded() {
  let hasTold = false;
  while (!isInstalled()) {
    if (takeLock()) {
      const isDone = isInstalled() || install();
      rmSync(lock, { recursive: true, force: true });
      if (!isDone) process.exit(1);
    } else {
      if (!hasTold) console.error('Another program is installing the packages: waiting for it …');
      hasTold = true;
      if (isOrphaned()) rmSync(lock, { recursive: true, force: true });
      await pause(200);
    }
  }
}

/** The lock file's hash is kept beside the packages: the same hash means the same packages, nothing to do. */
function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedPackages();
}

function wantedPackages() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function install() {
  console.error('Installing packages (only the first time, and after an update) …');
  const wanted = wantedPackages();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error('The packages could not be installed. Run "npm ci" to see why, then try again.');
    return false;
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(lockOwner, String(process.pid));
  return true;
}

/** Whoever was stopped half-way leaves its lock behind: its process is gone, or its number belongs to another by now. */
function isOrphaned() {
  const made = statSync(lock, { throwIfNoEntry: false });
  if (made === undefined) return false;
  const seconds = (Date.now() - made.mtimeMs) / 1000;
  const pid = readOwner();
  return pid === undefined ? seconds > 10 : seconds > 1800 || !isRunning(pid);
}

/** Written a moment after the lock is made, and gone when it is opened. */
function readOwner() {
  try {
    return Number(readFileSync(lockOwner, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Node 24 comes as a platform package; where there is none for this machine, a new enough Node of its own will do. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(modules, `node-${platform}-${process.arch}`, 'bin', name);
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 11)) return process.execPath;
  console.error(
    `There is no Node 24 package for ${process.platform}-${process.arch}, and this Node is ${process.versions.node}. Install Node 24.11 or newer and try again.`,
  );
  process.exit(1);
}
