// Tests that a sealed secret opens where it belongs and nowhere else.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { parseMasterKeys } from './master-key.ts';
import { createSealer } from './sealed.ts';

const place = { workspaceId: 'w1', recordId: 'install:i1:auth' };
const [oldKey, newKey] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const sealer = createSealer(parseMasterKeys(oldKey, 'test'));

test('any text opens again in its own place, and its sealed form never shows it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, workspaceId, recordId) => {
      const sealed = sealer.seal(text, { workspaceId, recordId });
      assert.match(sealed, /^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/);
      assert.deepEqual(sealer.open(sealed, { workspaceId, recordId }), { is: 'opened', text });
    }),
  );
});

test('the same secret is sealed differently each time', () => {
  const seals = new Set(Array.from({ length: 100 }, () => sealer.seal('s', place)));
  assert.equal(seals.size, 100);
});

test('a change of any one sign is refused', () => {
  const sealed = sealer.seal('sk_live_1', place);
  for (let at = 0; at < sealed.length; at += 1) {
    for (const sign of ['A', 'x', '.', '=', '\u0000']) {
      const changed = sealed.slice(0, at) + sign + sealed.slice(at + 1);
      if (changed !== sealed) assert.equal(sealer.open(changed, place).is, 'refused', changed);
    }
  }
});

test('parts that are missing, cut, added or exchanged are refused', () => {
  const [version, keyId, nonce = '', tag = '', data = ''] = sealer.seal('sk_live_1', place).split('.');
  const other = sealer.seal('sk_live_2', place).split('.');
  const wrong = [
    [],
    [''],
    [version, keyId, nonce, tag],
    [version, keyId, nonce, tag, data, ''],
    [version, keyId, nonce, tag, ''],
    [version, keyId, nonce, tag.slice(0, 16), data],
    [version, keyId, nonce.slice(0, 8), tag, data],
    [version, keyId, nonce, tag, `${data}=`],
    [version, keyId, nonce, tag, ` ${data}`],
    ['v2', keyId, nonce, tag, data],
    [version, keyId, nonce, tag, other[4]],
    [version, keyId, other[2], tag, data],
    [version, keyId, nonce, other[3], data],
  ];
  for (const parts of wrong) assert.equal(sealer.open(parts.join('.'), place).is, 'refused', parts.join('.'));
});

test('another workspace or another record does not open it, also where the names run together', () => {
  const sealed = sealer.seal('sk_live_1', { workspaceId: 'ab', recordId: 'c' });
  for (const elsewhere of [
    { workspaceId: 'w2', recordId: 'c' },
    { workspaceId: 'ab', recordId: 'd' },
    { workspaceId: 'a', recordId: 'bc' },
    { workspaceId: 'ab","c', recordId: '' },
  ]) {
    const opened = sealer.open(sealed, elsewhere);
    assert.ok(opened.is === 'refused' && opened.reason === 'not-genuine');
    assert.match(opened.says, /Enter the secret again/);
  }
});

test('after a new key, old secrets still open, new ones use the new key, and a lost key is named', () => {
  const both = createSealer(parseMasterKeys(`${newKey},${oldKey}`, 'test'));
  const onlyNew = createSealer(parseMasterKeys(newKey, 'test'));
  const old = sealer.seal('sk', place);
  assert.deepEqual(both.open(old, place), { is: 'opened', text: 'sk' });
  assert.ok(both.isSealedByOlderKey(old));
  const again = both.seal('sk', place);
  assert.ok(!both.isSealedByOlderKey(again));
  assert.deepEqual(onlyNew.open(again, place), { is: 'opened', text: 'sk' });
  const lost = onlyNew.open(old, place);
  assert.ok(lost.is === 'refused' && lost.reason === 'unknown-key');
  assert.match(lost.says, new RegExp(`master key ${old.split('.')[1]}, .*BELLWIRE_MASTER_KEY`));
});

test('neither the keys nor the sealer show a key when they are printed', () => {
  const keys = parseMasterKeys(oldKey, 'test');
  const hex = Buffer.from(oldKey, 'base64').toString('hex');
  const printed = [inspect(keys, { depth: 9, showHidden: true }), JSON.stringify(keys), inspect(sealer, { depth: 9 })];
  for (const text of printed) assert.ok(!text.includes(oldKey) && !text.includes(hex), text);
});
