// Answer type: a phone number.
import type { AnswerType } from './answer-type.ts';

export const phoneAnswer: AnswerType = {
  name: 'phone',
  label: 'Phone number',
  expects: 'Please answer with a phone number, such as +49 30 123456.',
  read: (text) => {
    const number = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
    return /^\+?\d{7,15}$/.test(number) ? number : undefined;
  },
  hint: () => ({ is: 'keyboard', mode: 'tel' }),
  examples: [
    { text: '+49 (30) 123-456', gives: '+4930123456' },
    { text: '0049 30 123456', gives: '+4930123456' },
    { text: '030/1234567', gives: '0301234567' },
    { text: '12345', gives: undefined },
    { text: 'call me', gives: undefined },
  ],
};
