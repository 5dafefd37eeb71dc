// Tests what an operator can open, and that nothing else is opened with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddressWall } from './address-wall.ts';

test('a named host and port is open, its other ports and other names for the same address are not', () => {
  const wall = createAddressWall(['localhost:4010', '[::1]:8080', 'INTRA.Example:80']);
  assert.equal(wall.refusal('localhost', 4010, '127.0.0.1'), undefined);
  assert.equal(wall.refusal('[::1]', 8080, '::1'), undefined);
  assert.equal(wall.refusal('intra.example', 80, '10.0.0.9'), undefined);
  assert.equal(wall.refusal('localhost', 4011, '127.0.0.1'), 'a loopback address');
  assert.equal(wall.refusal('evil.test', 4010, '127.0.0.1'), 'a loopback address');
});

test('a range is open on all ports and by any name, its neighbours are not', () => {
  const wall = createAddressWall(['10.20.0.0/16', 'fd12::/32']);
  assert.equal(wall.refusal('crm.intra', 443, '10.20.255.1'), undefined);
  assert.equal(wall.refusal('crm.intra', 443, 'fd12::9'), undefined);
  assert.equal(wall.refusal('crm.intra', 443, '10.21.0.1'), 'a private address');
  assert.equal(wall.refusal('crm.intra', 443, 'not an address'), 'not an IP address');
});

test("this server's own public addresses are refused", () => {
  const wall = createAddressWall([], () => ['93.184.215.14']);
  assert.equal(wall.refusal('me.example', 5432, '93.184.215.14'), 'an address of this server');
  assert.equal(wall.refusal('me.example', 443, '93.184.215.15'), undefined);
});

test('an entry that is neither host:port nor a range is named in the error', () => {
  for (const entry of ['localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '10.0.0.0/8/8', 'a b:80', 'x:99999', 'u@h:80', ':80']) {
    assert.throws(() => createAddressWall([entry]), (error: Error) => error.message.includes(`"${entry}". Expected "host:port"`), entry);
  }
});
