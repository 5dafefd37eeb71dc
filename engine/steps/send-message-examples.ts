// Examples of the step "Send message".
import type { StepType } from '@bellwire/model/step-type.ts';
import { exampleOrder } from './example-order.ts';

export const sendMessageExamples: StepType['examples'] = [
  {
    says: 'says a text with its places filled',
    settings: { text: 'Hi {{contact.name}}!' },
    scope: { data: { contact: { name: 'Ann' } } },
    gives: { is: 'go', exit: 'next', effects: [{ is: 'say', content: { is: 'text', text: 'Hi Ann!' } }] },
  },
  {
    says: 'buttons open an address, say their label, or go on at an exit of their own',
    settings: {
      text: 'Pay now?',
      buttons: [
        { label: 'Pay', kind: 'url', url: '{{user.link}}' },
        { label: 'Help', kind: 'reply' },
        { label: 'Later', kind: 'flow' },
      ],
      quickReplies: [{ label: 'No' }],
    },
    scope: { data: { user: { link: 'https://pay.example/1' } } },
    gives: {
      effects: [
        {
          content: {
            buttons: [
              { is: 'url', label: 'Pay', url: 'https://pay.example/1' },
              { is: 'reply', label: 'Help', payload: 'Help' },
              { is: 'reply', label: 'Later', payload: 'exit:button-3' },
            ],
            quickReplies: [{ label: 'No', payload: 'exit:reply-1' }],
          },
        },
      ],
    },
  },
  {
    says: 'an empty text is not said',
    settings: { text: '{{user.nothing}}' },
    gives: { is: 'go', exit: 'next', says: 'Nothing was said: the text is empty.' },
  },
  {
    says: 'a text too long for a message fails',
    settings: { text: 'x'.repeat(4001) },
    gives: { is: 'fail', says: 'Text has 4001 characters; at most 4000 are taken. Shorten it.' },
  },
  {
    says: 'sends the receipt of the newest order',
    settings: { kind: 'receipt', note: 'Thank you!' },
    scope: { contact: { order: exampleOrder } },
    gives: {
      is: 'go',
      effects: [
        {
          is: 'say',
          content: {
            is: 'receipt',
            title: 'Your receipt',
            note: 'Thank you!',
            order: { number: 'K7Q2-9MXD' },
          },
        },
      ],
    },
  },
  {
    says: 'without an order there is no receipt',
    settings: { kind: 'receipt' },
    gives: {
      is: 'fail',
      says: 'There is no order to send a receipt of. Create one before, or ask with a Condition whether {{order.id}} is there.',
    },
  },
];
