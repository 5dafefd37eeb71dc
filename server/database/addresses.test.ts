// Tests of addresses that name several servers, and of the choice between them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseAmong, splitAddress } from './addresses.ts';

test('an address of several servers is one for each, with the same user, database and settings', () => {
  assert.deepEqual(
    splitAddress('postgres://ada:a%40b@one:5432,two:5433/shop?target_session_attrs=read-write&x=1'),
    ['postgres://ada:a%40b@one:5432/shop?x=1', 'postgres://ada:a%40b@two:5433/shop?x=1'],
  );
  assert.deepEqual(splitAddress('postgres:///shop?host=/run/postgresql'), [
    'postgres:///shop?host=/run/postgresql',
  ]);
  assert.deepEqual(splitAddress('postgresql://one/shop'), ['postgresql://one/shop']);
  assert.deepEqual(splitAddress('postgres://[::1]:5432,two/shop'), [
    'postgres://[::1]:5432/shop',
    'postgres://two/shop',
  ]);
});

test('what is no address, or asks for a server that takes no writes, is none', () => {
  for (const text of [
    '',
    'host=localhost',
    'mysql://one/shop',
    'postgres://one:port/shop',
    'postgres://one,two:99999/shop',
    'postgres://one,/shop',
    'postgres://one/shop?target_session_attrs=standby',
  ])
    assert.equal(splitAddress(text), undefined, text);
});

test('many connections that find the same server gone move on by one', () => {
  const addresses = chooseAmong(['a', 'b', 'c']);
  for (let n = 0; n < 10; n++) addresses.giveUp('a');
  assert.equal(addresses.current(), 'b');
  addresses.giveUp('b');
  addresses.giveUp('c');
  assert.equal(addresses.current(), 'a');
});
