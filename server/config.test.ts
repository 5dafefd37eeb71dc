// Settings: what holds without any, and what is told where they are wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@bellwire/model/problem.ts';
import { usualKeepDays } from '@bellwire/model/retention.ts';
import { readConfig } from './config.ts';
import { defaultFireLimits } from './limits/fire-limits.ts';

test('without any setting everything has a value', () => {
  assert.deepEqual(readConfig({}), {
    role: 'all',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: undefined,
    dataDir: './data',
    publicUrl: undefined,
    allowHosts: [],
    proxies: 0,
    operators: [],
    parkedWarnDays: 90,
    fireLimits: defaultFireLimits,
    keepDays: usualKeepDays,
    leastScheduleMinutes: 1,
    logLevel: 'info',
    demo: true,
  });
});

test('an empty setting is none, and the public address loses its slash', () => {
  assert.deepEqual(readConfig({ PORT: '', DATABASE_URL: ' ', BELLWIRE_PUBLIC_URL: '' }), readConfig({}));
  assert.equal(
    readConfig({ BELLWIRE_PUBLIC_URL: 'https://bots.example.com/' }).publicUrl,
    'https://bots.example.com',
  );
});

test('the role of the command line goes before that of the environment', () => {
  assert.equal(readConfig({ BELLWIRE_ROLE: 'api' }, ['--role', 'worker']).role, 'worker');
  assert.equal(readConfig({ BELLWIRE_ROLE: 'api' }).role, 'api');
});

test('hosts that apps may call are separated by commas or spaces', () => {
  assert.deepEqual(readConfig({ BELLWIRE_ALLOW_HOSTS: 'localhost:4010, 10.20.0.0/16' }).allowHosts, [
    'localhost:4010',
    '10.20.0.0/16',
  ]);
});

test('all that is wrong is told at once, each by its name, and no value of a secret is repeated', () => {
  const error = errorOf({
    PORT: '70000',
    DATABASE_URL: 'mysql://root:swordfish@db/x',
    BELLWIRE_PUBLIC_URL: 'bots.example.com',
    BELLWIRE_MASTER_KEY: 'swordfish',
    BELLWIRE_ALLOW_HOSTS: 'localhost',
    BELLWIRE_PROXIES: '-1',
    BELLWIRE_ROLE: 'king',
    LOG_LEVEL: 'loud',
    BELLWIRE_MASTER_KEYS: 'swordfish',
  });
  assert.deepEqual(error.complaints.map(({ path }) => path.join('.')).toSorted(), [
    'BELLWIRE_ALLOW_HOSTS',
    'BELLWIRE_MASTER_KEY',
    'BELLWIRE_MASTER_KEYS',
    'BELLWIRE_PROXIES',
    'BELLWIRE_PUBLIC_URL',
    'BELLWIRE_ROLE',
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
  ]);
  for (const { path, says } of error.complaints)
    assert.ok(error.message.includes(`${path.join('.')}: ${says}`));
  assert.doesNotMatch(JSON.stringify(error) + error.message, /swordfish/);
});

for (const address of [
  'https://bots.example.com/app',
  'https://bots.example.com?x',
  'ftp://bots.example.com',
  'https://',
]) {
  test(`${address} is no address that people could reach the server at`, () => {
    assert.equal(errorOf({ BELLWIRE_PUBLIC_URL: address }).complaints.length, 1);
  });
}

test('an unknown argument is told with the ones that are known', () => {
  assert.match(errorOf({}, ['--rol', 'api']).message, /--rol.*Known is --role all\|api\|worker/);
});

function errorOf(env: Record<string, string>, args: string[] = []): ProblemError {
  try {
    readConfig(env, args);
  } catch (error) {
    if (error instanceof ProblemError) return error;
  }
  throw new Error('The settings were taken.');
}
