// Tests of the kinds of content: what each says in words, and which addresses none of them takes.
import { equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { contentInBrief, contentKinds, contentSchema, contentWords, type Content } from './message.ts';

const url = 'https://shop.example/cup.jpg';

const examples: readonly Content[] = [
  { is: 'text', text: 'Hi' },
  { is: 'image', url },
  { is: 'cards', cards: [{ title: 'Cup', text: 'Red' }] },
  { is: 'audio', url: `/media/${'a'.repeat(43)}/hello.mp3` },
  { is: 'video', url, caption: 'A tour' },
  { is: 'file', url, name: 'cup.jpg' },
  {
    is: 'receipt',
    title: 'Thank you',
    order: {
      id: '01935000-0000-7000-8000-000000000000',
      number: 'K7Q2-9MXD',
      status: 'paid',
      currency: 'EUR',
      items: [{ name: 'Cup', quantity: 2, unitAmount: 800 }],
      total: 1600,
      reference: null,
      createdAt: '2026-11-22T09:00:00.000Z',
      paidAt: null,
    },
  },
];

test('each kind has words for where it cannot be shown', () => {
  equal(new Set(examples.map(({ is }) => is)).size, contentKinds.length);
  for (const content of examples) {
    ok(contentSchema.safeParse(content).success, content.is);
    ok(contentWords(content).length > 1, content.is);
  }
  equal(
    contentWords(examples.at(-1) ?? { is: 'text', text: '' }),
    'Thank you (order K7Q2-9MXD)\n2 × Cup: €16.00\nTotal: €16.00, paid',
  );
});

test('a preview is one line, cut where it grows long', () => {
  equal(contentInBrief({ is: 'text', text: 'a\n  b' }), 'a b');
  equal(contentInBrief({ is: 'text', text: 'x'.repeat(10) }, 5), 'xxxxx…');
});

test('no kind takes an address that would run, or that leads elsewhere on this server', () => {
  for (const bad of [
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,<script>1</script>',
    '//evil.example/a',
    '/api/me',
    `/media/${'a'.repeat(43)}/../../api/me`,
    'ftp://a.example/b',
    '',
  ]) {
    equal(contentSchema.safeParse({ is: 'image', url: bad }).success, false, bad);
    equal(contentSchema.safeParse({ is: 'cards', cards: [{ title: 'a', image: bad }] }).success, false, bad);
  }
});
