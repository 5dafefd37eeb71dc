// Operators of texts. Capitals never matter: people type "Yes", "yes" and "YES" and mean one thing.
import type { Operator } from '../operator.ts';
import { asText } from '../as-text.ts';

const onText = (
  name: string,
  label: string,
  about: string,
  compare: (left: string, right: string) => boolean,
  examples: Operator['examples'],
): Operator => ({
  name,
  label,
  about,
  types: ['text'],
  reads: 'text',
  asks: 'text',
  holds: (left, right) => compare(asText(left).toLowerCase(), asText(right).toLowerCase()),
  examples,
});

export const textOperators: readonly Operator[] = [
  onText(
    'is',
    'is',
    'The same text, spaces at the ends aside.',
    (left, right) => left.trim() === right.trim(),
    [
      { left: ' Yes ', right: 'yes', holds: true },
      { left: 12, right: '12', holds: true },
      { left: 'yes, please', right: 'yes', holds: false },
      { left: null, right: 'yes', holds: false },
    ],
  ),
  onText('is_not', 'is not', 'Another text, or none.', (left, right) => left.trim() !== right.trim(), [
    { left: 'no', right: 'yes', holds: true },
    { left: null, right: 'yes', holds: true },
    { left: 'YES', right: 'yes', holds: false },
  ]),
  onText('contains', 'contains', 'The text stands somewhere in it.', (left, right) => left.includes(right), [
    { left: 'I want a Refund!', right: 'refund', holds: true },
    { left: null, right: 'refund', holds: false },
  ]),
  onText(
    'not_contains',
    'does not contain',
    'The text stands nowhere in it.',
    (left, right) => !left.includes(right),
    [
      { left: 'all good', right: 'refund', holds: true },
      { left: null, right: 'refund', holds: true },
    ],
  ),
  onText('starts_with', 'starts with', 'It begins with the text.', (left, right) => left.startsWith(right), [
    { left: 'DE-1234', right: 'de-', holds: true },
    { left: '1234-DE', right: 'de-', holds: false },
  ]),
  onText('ends_with', 'ends with', 'It ends with the text.', (left, right) => left.endsWith(right), [
    { left: 'ann@shop.test', right: '@SHOP.test', holds: true },
    { left: 'ann@shop.test', right: 'ann', holds: false },
  ]),
];
