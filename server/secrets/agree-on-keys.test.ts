// Tests that no process seals secrets which the others on its database cannot open.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testDatabase } from '../database/test-database.ts';
import { agreeOnKeys } from './agree-on-keys.ts';
import { parseMasterKeys } from './master-key.ts';

const [one, two] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const idOf = (key: string): string => parseMasterKeys(key, 'the test')[0].id;

test('a process with another master key than the database knows is refused, and both are named', async (t) => {
  const { pool } = await testDatabase(t);
  const dataDir = await folder(t);
  await agreeOnKeys(pool, { env: { BELLWIRE_MASTER_KEY: one }, dataDir });
  await agreeOnKeys(pool, { env: { BELLWIRE_MASTER_KEY: one }, dataDir });
  await assert.rejects(
    agreeOnKeys(pool, { env: { BELLWIRE_MASTER_KEY: two }, dataDir }),
    new RegExp(
      `sealed by the master key ${idOf(one)}, and this process has ${idOf(two)}\\. .* same BELLWIRE_MASTER_KEY`,
    ),
  );
});

test('a machine without a key is refused where there are secrets, and makes none of its own', async (t) => {
  const { pool } = await testDatabase(t);
  const [first, second] = [await folder(t), await folder(t)];
  await agreeOnKeys(pool, { env: {}, dataDir: first });
  assert.deepEqual(await readdir(first), ['master.key']);
  await assert.rejects(agreeOnKeys(pool, { env: {}, dataDir: second }), /this process has none/);
  assert.deepEqual(await readdir(second), []);
});

test('of two machines that start at once on an empty database one is refused', async (t) => {
  const { pool } = await testDatabase(t);
  const folders = [await folder(t), await folder(t)];
  const ends = await Promise.allSettled(folders.map((dataDir) => agreeOnKeys(pool, { env: {}, dataDir })));
  assert.deepEqual(ends.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
});

test('a replaced key is opened to processes that have both, and refused to one that has only the old', async (t) => {
  const { pool } = await testDatabase(t);
  const dataDir = await folder(t);
  const start = (keys: string) => agreeOnKeys(pool, { env: { BELLWIRE_MASTER_KEY: keys }, dataDir });
  await start(one);
  await start(`${one},${two}`);
  await start(`${two},${one}`);
  await start(`${one},${two}`);
  await assert.rejects(start(one), new RegExp(`sealed by the master key ${idOf(two)}`));
  await start(two);
});

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'bellwire-keys-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}
