// Tests which addresses count as public.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privateKind } from './address.ts';
import { publicAddresses } from './url-spellings.ts';

test('public addresses, the neighbours of every private range among them, are let through', () => {
  for (const address of publicAddresses) assert.equal(privateKind(address), undefined, address);
});

test('the first and the last address of every private range is refused', () => {
  const edges = [
    ['0.0.0.0', '0.255.255.255'],
    ['10.0.0.0', '10.255.255.255'],
    ['100.64.0.0', '100.127.255.255'],
    ['127.0.0.0', '127.255.255.255'],
    ['168.63.129.16'],
    ['169.254.0.0', '169.254.255.255'],
    ['172.16.0.0', '172.31.255.255'],
    ['192.0.0.0', '192.0.0.255'],
    ['192.168.0.0', '192.168.255.255'],
    ['198.18.0.0', '198.19.255.255'],
    ['224.0.0.0', '239.255.255.255'],
    ['240.0.0.0', '255.255.255.255'],
    ['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1'],
    ['64:ff9b::', '64:ff9b::ffff:ffff', '64:ff9b:1::', '64:ff9b:1:ffff::1', '100::1'],
    ['2001::', '2001:1ff:ffff::1', '2001:db8::1', '2002::', '2002:ffff::1', '3fff::1'],
    ['fc00::', 'fdff::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff00::', 'ffff::1', 'fe80::1%eth0'],
  ];
  for (const address of edges.flat()) assert.notEqual(privateKind(address), undefined, address);
});

test('text that is not a numeric address is never public', () => {
  for (const text of ['', 'localhost', '127.1', '0x7f.0.0.1', '2130706433', '8.8.8.8.', '[::1]', '8.8.8.8\n']) {
    assert.equal(privateKind(text), 'not an IP address', JSON.stringify(text));
  }
});
