// Tests hashing and checking of passwords.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, hashPassword, passwordProblem } from './password.ts';

// "password" and "somesalt", m=256, made with the reference implementation of argon2.
const weak = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$';

test('the right password passes, any other does not', async () => {
  const stored = await hashPassword('correct horse');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  assert.equal(await checkPassword('correct horse', stored), 'right');
  for (const wrong of ['Correct horse', 'correct horse ', '', 'x'.repeat(1_000_000)]) {
    assert.equal(await checkPassword(wrong, stored), 'wrong', wrong.slice(0, 20));
  }
});

test('the same password is stored differently each time', async () => {
  assert.notEqual(await hashPassword('correct horse'), await hashPassword('correct horse'));
});

test('a letter with an accent is the same however the keyboard composes it', async () => {
  assert.equal(await checkPassword('cafe\u0301 noir', await hashPassword('caf\u00e9 noir')), 'right');
});

test('an unknown account is wrong for every password, and takes as much work as a known one', async () => {
  const stored = await hashPassword('correct horse');
  const known = await cpuOf(() => checkPassword('guess', stored));
  const unknown = await cpuOf(() => checkPassword('guess', undefined));
  assert.equal(await checkPassword('', undefined), 'wrong');
  assert.ok(unknown > known / 4, `${unknown} of ${known} microseconds of work`);
});

test('a hash of weaker parameters is still right and asks to be renewed', async () => {
  const stored = `${weak}${await hashOf(weak, 'password')}`;
  assert.equal(await checkPassword('password', stored), 'right-but-old');
  assert.equal(await checkPassword('passwort', stored), 'wrong');
});

test('a stored text that is no hash is an error that says so, and never a pass', async () => {
  for (const stored of ['', 'password', '$2b$10$abc', `${weak}short`, '$argon2id$v=19$m=99999999,t=2,p=1$aaaaaaaaaaaaaaaaaaaaaa$']) {
    await assert.rejects(checkPassword('password', stored), /Set a new password/, stored);
  }
});

test('a chosen password has 8 to 200 characters', async () => {
  assert.match(passwordProblem('7 signs') ?? '', /at least 8/);
  assert.equal(passwordProblem('8 signs!'), undefined);
  assert.equal(passwordProblem('x'.repeat(200)), undefined);
  assert.match(passwordProblem('x'.repeat(201)) ?? '', /at most 200/);
  await assert.rejects(hashPassword('x'.repeat(201)), RangeError);
});

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user;
}

async function hashOf(stem: string, password: string): Promise<string> {
  const { argon2Sync } = await import('node:crypto');
  const nonce = Buffer.from(stem.split('$')[4] ?? '', 'base64');
  const hash = argon2Sync('argon2id', { message: password, nonce, parallelism: 1, tagLength: 32, memory: 256, passes: 2 });
  return hash.toString('base64').replace(/=+$/, '');
}
