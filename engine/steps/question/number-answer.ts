// Answer type: a number, with a decimal point or comma.
import { toNumber } from '../../language/value.ts';
import type { AnswerType } from './answer-type.ts';

export const numberAnswer: AnswerType = {
  name: 'number',
  label: 'Number',
  expects: 'Please answer with a number, such as 12.5.',
  // "1,000" is a thousand to some and one to others, so a comma counts only where it can be nothing but a decimal mark.
  read: (text) => toNumber(text.trim().replace(/^([+-]?\d+),(\d{1,2})$/, '$1.$2')),
  range: { measure: toNumber, limit: toNumber, unit: '' },
  hint: () => ({ is: 'keyboard', mode: 'decimal' }),
  examples: [
    { text: ' 12.5 ', gives: 12.5 },
    { text: '12,5', gives: 12.5 },
    { text: '-3', gives: -3 },
    { text: '1,000', gives: undefined },
    { text: 'two', gives: undefined },
    { text: '', gives: undefined },
  ],
};
