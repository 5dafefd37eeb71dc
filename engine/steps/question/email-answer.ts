// Answer type: an e-mail address.
import type { AnswerType } from './answer-type.ts';

/** One way to match each part, so that a long text takes no longer than its length. */
const ADDRESS = /^[^\s@<>,;:"]{1,64}@([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/i;

const MOST_CHARACTERS = 254;

export const emailAnswer: AnswerType = {
  name: 'email',
  label: 'E-mail address',
  expects: 'Please answer with an e-mail address, such as ann@example.com.',
  read: (text) => {
    const address = text.trim().replace(/^mailto:/i, '');
    return address.length <= MOST_CHARACTERS && ADDRESS.test(address) ? address : undefined;
  },
  hint: () => ({ is: 'keyboard', mode: 'email' }),
  examples: [
    { text: ' Ann.Lee+shop@Example.co.uk ', gives: 'Ann.Lee+shop@Example.co.uk' },
    { text: 'mailto:ann@example.com', gives: 'ann@example.com' },
    { text: 'ann@example', gives: undefined },
    { text: 'ann@example..com', gives: undefined },
    { text: 'my address is ann@example.com', gives: undefined },
  ],
};
