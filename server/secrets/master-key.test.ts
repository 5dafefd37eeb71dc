// Tests where the master key comes from and that a bad one stops the start with clear words.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadMasterKeys, parseMasterKeys } from './master-key.ts';

const key = randomBytes(32).toString('base64');
const older = randomBytes(32).toString('base64');

test('the environment comes before the file, and then no file is made', async () => {
  await using place = await emptyDirectory();
  const keys = await loadMasterKeys({ env: { BELLWIRE_MASTER_KEY: ` ${key}, ${older}\n` }, dataDir: place.path });
  assert.deepEqual(keys.map(({ id }) => id), parseMasterKeys(`${key}\n${older}`, 'test').map(({ id }) => id));
  assert.deepEqual(await readdir(place.path), []);
});

test('the first start makes a file that only its owner can read, and the next start reads it', async () => {
  await using place = await emptyDirectory();
  const dataDir = join(place.path, 'data');
  const [made] = await loadMasterKeys({ env: {}, dataDir });
  assert.deepEqual(await readdir(dataDir), ['master.key']);
  assert.equal((await stat(join(dataDir, 'master.key'))).mode & 0o777, 0o600);
  const [read] = await loadMasterKeys({ env: { BELLWIRE_MASTER_KEY: '' }, dataDir });
  assert.ok(read.key.equals(made.key));
});

test('twenty servers that start at once agree on one key', async () => {
  await using place = await emptyDirectory();
  const all = await Promise.all(Array.from({ length: 20 }, () => loadMasterKeys({ env: {}, dataDir: place.path })));
  assert.equal(new Set(all.map(([{ id }]) => id)).size, 1);
  assert.deepEqual(await readdir(place.path), ['master.key']);
});

test('a key file that others can read is refused with the command that mends it', async () => {
  await using place = await emptyDirectory();
  const path = join(place.path, 'master.key');
  await writeFile(path, key);
  await chmod(path, 0o644);
  await assert.rejects(loadMasterKeys({ env: {}, dataDir: place.path }), /Run: chmod 600 ".*master\.key"/);
  assert.equal(await readFile(path, 'utf8'), key);
});

test('a key that is empty, short, long or mistyped is refused, named by its place, and not repeated', () => {
  const wrong = ['', ' ,\n', key.slice(0, 40), `${key}A`, key.slice(0, -1), key.replace(/.$/, '!'), randomBytes(31).toString('base64')];
  for (const text of wrong) {
    assert.throws(
      () => parseMasterKeys(text, 'BELLWIRE_MASTER_KEY'),
      (error: Error) => /^BELLWIRE_MASTER_KEY.*openssl rand -base64 32/.test(error.message) && !error.message.includes(key.slice(0, 20)),
      JSON.stringify(text),
    );
  }
  assert.throws(() => parseMasterKeys(`${key},oops`, 'master.key'), /master\.key, key 2 /);
});

async function emptyDirectory(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'bellwire-key-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
