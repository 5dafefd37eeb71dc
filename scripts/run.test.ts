// Tests of the first start in a fresh clone: the packages are installed once, whoever else starts meanwhile.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';

const fakeNpm = `#!/bin/sh
echo "npm $1" >>"$LOG"
sleep 0.5
mkdir -p node_modules
exit "$NPM_EXIT"
`;

interface Clone {
  readonly folder: string;
  /** Starts a program that logs its name; gives its exit code. */
  run(name: string): Promise<unknown>;
  log(): Promise<string[]>;
}

/** A folder with the starter, a program, and an npm that only takes its time. */
async function freshClone(t: TestContext, { npmExit = 0 } = {}): Promise<Clone> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-run-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const log = join(folder, 'log');
  await mkdir(join(folder, 'scripts'));
  await copyFile(join(import.meta.dirname, 'run.mjs'), join(folder, 'scripts', 'run.mjs'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await writeFile(
    join(folder, 'program.mjs'),
    "import { appendFileSync } from 'node:fs'; appendFileSync(process.env.LOG, `ran ${process.argv[2]}\\n`);",
  );
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin', 'npm'), fakeNpm);
  await chmod(join(folder, 'bin', 'npm'), 0o755);
  const env = {
    ...process.env,
    LOG: log,
    NPM_EXIT: String(npmExit),
    PATH: join(folder, 'bin') + delimiter + (process.env['PATH'] ?? ''),
  };
  return {
    folder,
    run: async (name) => {
      const starter = join(folder, 'scripts', 'run.mjs');
      const child = spawn(process.execPath, [starter, 'program.mjs', name], { env, stdio: 'ignore' });
      const [code] = await once(child, 'exit');
      return code;
    },
    log: async () => (await readFile(log, 'utf8')).trim().split('\n'),
  };
}

test('two programs started at once install the packages once, and both run afterwards', async (t) => {
  const clone = await freshClone(t);
  assert.deepEqual(await Promise.all([clone.run('a'), clone.run('b')]), [0, 0]);
  const [first, ...rest] = await clone.log();
  assert.equal(first, 'npm ci');
  assert.deepEqual(rest.toSorted(), ['ran a', 'ran b']);
});

test('packages are not installed again until the list of packages changes', async (t) => {
  const clone = await freshClone(t);
  await clone.run('a');
  await clone.run('b');
  await writeFile(join(clone.folder, 'package-lock.json'), '{"name":"other"}');
  await clone.run('c');
  assert.deepEqual(await clone.log(), ['npm ci', 'ran a', 'ran b', 'npm ci', 'ran c']);
});

test('an installation that was killed half-way does not keep the next one from running', async (t) => {
  const clone = await freshClone(t);
  await mkdir(join(clone.folder, '.cache', 'installing'), { recursive: true });
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'exit');
  await writeFile(join(clone.folder, '.cache', 'installing', 'pid'), String(gone.pid));
  assert.equal(await clone.run('a'), 0);
  assert.deepEqual(await clone.log(), ['npm ci', 'ran a']);
});

test('where the packages cannot be installed nothing is run, and the next start tries again', async (t) => {
  const clone = await freshClone(t, { npmExit: 1 });
  assert.equal(await clone.run('a'), 1);
  assert.equal(await clone.run('b'), 1);
  assert.deepEqual(await clone.log(), ['npm ci', 'npm ci']);
});
