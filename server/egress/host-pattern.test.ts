// Tests which hosts a declared pattern covers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesHost } from './host-pattern.ts';

test('an exact host matches itself in any case, with or without the final dot', () => {
  assert.ok(matchesHost('example.com', 'example.com'));
  assert.ok(matchesHost('Example.COM', 'example.com'));
  assert.ok(matchesHost('example.com', 'example.com.'));
  assert.ok(matchesHost('bücher.example', 'xn--bcher-kva.example'));
  assert.ok(matchesHost('127.0.0.1', '127.0.0.1'));
  assert.ok(matchesHost('[::1]', '[::1]'));
});

test('a host that only looks alike does not match', () => {
  for (const host of ['evil-example.com', 'example.com.evil.test', 'api.example.com', 'example.co', 'examplexcom', '']) {
    assert.ok(!matchesHost('example.com', host), host);
  }
});

test('a star covers every host below, but not the host itself or one that ends alike', () => {
  assert.ok(matchesHost('*.example.com', 'api.example.com'));
  assert.ok(matchesHost('*.example.com', 'a.b.example.com'));
  for (const host of ['example.com', 'evil-example.com', '.example.com', 'api.example.com.evil.test']) {
    assert.ok(!matchesHost('*.example.com', host), host);
  }
});

test('a star alone, in the middle or before nothing covers no host', () => {
  for (const pattern of ['*', '*.', '', 'api.*.com', '*.*.com', '**.example.com']) {
    assert.ok(!matchesHost(pattern, 'api.example.com'), pattern);
  }
});
