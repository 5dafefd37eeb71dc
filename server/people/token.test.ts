// Tests that tokens are random, are told apart by kind, and are refused after any slip of the pen.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TokenKind, createToken, isSameHash, readToken, tokenKinds } from './token.ts';

const kinds = Object.keys(tokenKinds).filter((kind): kind is TokenKind => kind in tokenKinds);

test('a token of every kind names its kind and reads back to the hash that was stored', () => {
  for (const kind of kinds) {
    const { token, hash } = createToken(kind);
    assert.match(token, new RegExp(`^bw_${kind}_[0-9A-Za-z]{49}$`));
    assert.equal(hash, createHash('sha256').update(token).digest('hex'));
    assert.deepEqual(readToken(token, kind), { is: 'token', hash });
  }
});

test('no two tokens are alike and each sign of the random part varies', () => {
  const tokens = Array.from({ length: 2000 }, () => createToken('key').token.slice('bw_key_'.length));
  assert.equal(new Set(tokens).size, 2000);
  for (let at = 1; at < 43; at += 1) assert.ok(new Set(tokens.map((token) => token[at])).size > 50, `sign ${at}`);
});

test('a changed, exchanged, missing or added sign is refused without a look-up', () => {
  const { token } = createToken('key');
  for (let at = 'bw_key_'.length; at < token.length; at += 1) {
    const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
    assert.match(saysOf(changed), /typing error/, changed);
    assert.match(saysOf(token.slice(0, at) + token.slice(at + 1)), /copy all of it/);
    const swapped = token.slice(0, at - 1) + token[at] + token[at - 1] + token.slice(at + 1);
    if (swapped !== token) assert.notEqual(saysOf(swapped), '');
  }
  for (const text of [`${token} `, `\n${token}`, `${token}A`, token.toUpperCase()]) assert.notEqual(saysOf(text), '', text);
});

test('a token of one kind is never taken for another, also with its prefix rewritten', () => {
  for (const kind of kinds.filter((other) => other !== 'key')) {
    const { token } = createToken(kind);
    assert.ok(saysOf(token).startsWith(`This is a ${tokenKinds[kind]}, expected was "bw_key_…" (API key)`));
    assert.match(saysOf(token.replace(`bw_${kind}_`, 'bw_key_')), /typing error/);
  }
});

test('what is no text, or no token, is refused with the form that was expected', () => {
  const { token } = createToken('key');
  for (const odd of [null, undefined, '', 0, true, [], [token], { token }, {}, 'bw_key_', 'null']) {
    const read = readToken(odd, 'key');
    assert.ok(read.is === 'refused');
    assert.match(read.says, /Expected "bw_key_"/);
  }
  fc.assert(fc.property(fc.anything(), (odd) => readToken(odd, 'key').is === 'refused'));
});

test('hashes are the same only where they are equal', () => {
  const { hash } = createToken('ses');
  assert.ok(isSameHash(hash, hash));
  assert.ok(!isSameHash(hash, createToken('ses').hash));
  assert.ok(!isSameHash(hash, hash.slice(1)));
  assert.ok(!isSameHash(hash, ''));
});

function saysOf(text: string): string {
  const read = readToken(text, 'key');
  return read.is === 'refused' ? read.says : '';
}
