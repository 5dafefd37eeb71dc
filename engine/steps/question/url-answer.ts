// Answer type: an address in the web.
import type { AnswerType } from './answer-type.ts';

export const urlAnswer: AnswerType = {
  name: 'url',
  label: 'Web address',
  expects: 'Please answer with a web address, such as https://example.com.',
  read: (text) => {
    const written = text.trim();
    if (/\s/.test(written) || written.length > 2000) return undefined;
    const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`);
    return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
      ? url.href
      : undefined;
  },
  hint: () => ({ is: 'keyboard', mode: 'url' }),
  examples: [
    { text: 'https://Example.com/a?b=1', gives: 'https://example.com/a?b=1' },
    { text: ' example.com ', gives: 'https://example.com/' },
    { text: 'my shop', gives: undefined },
    { text: 'ftp://example.com', gives: undefined },
    { text: 'localhost', gives: undefined },
  ],
};
