// Answer type: any text.
import type { AnswerType } from './answer-type.ts';

export const textAnswer: AnswerType = {
  name: 'text',
  label: 'Any text',
  expects: 'Please answer with some words.',
  read: (text) => (text.trim() === '' ? undefined : text.trim()),
  examples: [
    { text: ' Blue, please ', gives: 'Blue, please' },
    { text: '  ', gives: undefined },
    { text: '{{user.name}}', gives: '{{user.name}}' },
  ],
};
