// Which servers may hold our data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkServer } from './check-server.ts';
import type { ServerFacts } from './check-server.ts';

const good: ServerFacts = {
  version: '150018',
  encoding: 'UTF8',
  fsync: 'on',
  fullPageWrites: 'on',
  synchronousCommit: 'on',
  role: 'bellwire',
  bypassesRowSecurity: false,
  workspace: '*',
};
const safe = { unsafeForTests: false };

test('PostgreSQL 15 with its default settings is taken without a word', () => {
  assert.deepEqual(checkServer(good, safe), { refusals: [], warnings: [] });
});

for (const version of ['140022', '90624', 'nonsense']) {
  test(`the version ${version} is refused`, () => {
    assert.match(checkServer({ ...good, version }, safe).refusals.join(), /needs 15 or newer/);
  });
}

for (const [name, setting] of [
  ['fsync', { fsync: 'off' }],
  ['full_page_writes', { fullPageWrites: 'off' }],
  ['synchronous_commit', { synchronousCommit: 'off' }],
] as const) {
  test(`a server with ${name} off is refused, and the refusal says how to mend it`, () => {
    const [refusal = ''] = checkServer({ ...good, ...setting }, safe).refusals;
    assert.match(refusal, new RegExp(`${name} = off, so an accepted event could be lost.*${name} = on`));
  });

  test(`tests may run on a server with ${name} off`, () => {
    assert.deepEqual(checkServer({ ...good, ...setting }, { unsafeForTests: true }).refusals, []);
  });
}

test('a stronger synchronous_commit than ours is welcome', () => {
  assert.deepEqual(checkServer({ ...good, synchronousCommit: 'remote_apply' }, safe).refusals, []);
});

test('a database that cannot hold every letter is refused', () => {
  assert.match(checkServer({ ...good, encoding: 'SQL_ASCII' }, safe).refusals.join(), /ENCODING 'UTF8'/);
});

test('a pooler that drops the session settings is refused, even in tests', () => {
  assert.match(
    checkServer({ ...good, workspace: null }, { unsafeForTests: true }).refusals.join(),
    /PgBouncer/,
  );
});

test('a superuser may connect, with a warning that names the way out', () => {
  const { refusals, warnings } = checkServer({ ...good, bypassesRowSecurity: true }, safe);
  assert.deepEqual(refusals, []);
  assert.match(warnings.join(), /bypasses row-level security.*CREATE ROLE/);
});
