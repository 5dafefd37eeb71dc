// Tests of the hosts that an app declares.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHostDeclared, literalHost } from './declared-host.ts';

test('the host of an address is known where it is written out', () => {
  assert.equal(literalHost('https://API.example.com/v1/{{app.id}}'), 'api.example.com');
  assert.equal(literalHost(' https://api.example.com:443?q={{a}}'), 'api.example.com');
  assert.equal(literalHost('http://api.example.com:8443#x'), 'api.example.com:8443');
  assert.equal(literalHost('https://user:secret@evil.example/'), 'evil.example');
  assert.equal(literalHost('https://allowed.example\\@evil.example/'), 'allowed.example');
  assert.equal(literalHost('https://bücher.example/'), 'xn--bcher-kva.example');
});

test('the host of an address is not known where a place stands in it, or nothing that could be one', () => {
  for (const address of [
    'https://{{auth.shop}}.example.com/',
    '{{auth.url}}',
    'https://',
    'ftp://a.example',
    'api.example.com',
    '',
  ]) {
    assert.equal(literalHost(address), undefined);
  }
});

test('a star stands for the hosts below, not for the host itself nor for one that only ends alike', () => {
  assert.equal(isHostDeclared('eu.example.com', ['*.Example.com']), true);
  assert.equal(isHostDeclared('a.eu.example.com', ['*.example.com']), true);
  assert.equal(isHostDeclared('example.com', ['*.example.com']), false);
  assert.equal(isHostDeclared('badexample.com', ['*.example.com', 'example.com']), false);
  assert.equal(isHostDeclared('example.com:8443', ['example.com']), false);
  assert.equal(isHostDeclared('example.com:8443', ['other.example', 'example.com:8443']), true);
});
