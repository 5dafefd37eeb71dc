// Answer type: any text.
import { toNumber } from '../../language/value.ts';
import type { AnswerType } from './answer-type.ts';

export const textAnswer: AnswerType = {
  name: 'text',
  label: 'Any text',
  expects: 'Please answer with some words.',
  read: (text) => (text.trim() === '' ? undefined : text.trim()),
  range: {
    measure: (value) => (typeof value === 'string' ? Array.from(value).length : undefined),
    limit: toNumber,
    unit: 'characters',
  },
  examples: [
    { text: ' Blue, please ', gives: 'Blue, please' },
    { text: '  ', gives: undefined },
    { text: '{{user.name}}', gives: '{{user.name}}' },
  ],
};
