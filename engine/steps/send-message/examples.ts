// Examples of the step "Send message".
import type { StepType } from '@bellwire/model/step-type.ts';
import { cardExamples } from './card-examples.ts';
import { exampleOrder } from '../example-order.ts';

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
    says: 'a button that rings a number',
    settings: { text: 'Questions?', buttons: [{ label: 'Call us', kind: 'call', phone: '+49 30 123456' }] },
    gives: {
      effects: [{ content: { buttons: [{ is: 'call', label: 'Call us', phone: '+49 30 123456' }] } }],
    },
  },
  {
    says: 'sends a picture with words for those who cannot see it',
    settings: { kind: 'image', url: '{{user.photo}}', alt: 'A red cup', caption: 'Yours, {{contact.name}}?' },
    scope: { data: { user: { photo: 'https://shop.example/cup.jpg' }, contact: { name: 'Ann' } } },
    gives: {
      effects: [
        {
          is: 'say',
          content: {
            is: 'image',
            url: 'https://shop.example/cup.jpg',
            alt: 'A red cup',
            caption: 'Yours, Ann?',
          },
        },
      ],
    },
  },
  {
    says: 'an address that is none of the web is not sent',
    settings: { kind: 'image', url: 'data:text/html,Hi' },
    gives: {
      is: 'go',
      says: 'No picture was sent: "data:text/html,Hi" is no address that begins with https://.',
    },
  },
  {
    says: 'a file is called by its name, else by the end of its address',
    settings: { kind: 'file', url: 'https://shop.example/a/invoice.pdf?download=1' },
    gives: { effects: [{ content: { is: 'file', name: 'invoice.pdf' } }] },
  },
  {
    says: 'sounds and films, the one behind the other, with a pause before the second',
    settings: {
      kind: 'audio',
      url: 'https://shop.example/hello.mp3',
      more: [{ kind: 'video', url: 'https://shop.example/tour.mp4', typing: 2 }],
    },
    gives: {
      effects: [
        { content: { is: 'audio', url: 'https://shop.example/hello.mp3' } },
        { content: { is: 'video', url: 'https://shop.example/tour.mp4', typingSeconds: 2 } },
      ],
    },
  },
  {
    says: 'each further message has exits of its own, and quick replies stand under the last',
    settings: {
      text: 'One',
      buttons: [{ label: 'A', kind: 'flow' }],
      more: [{ kind: 'text', text: 'Two', buttons: [{ label: 'B', kind: 'flow' }] }],
      quickReplies: [{ label: 'No' }],
    },
    gives: {
      effects: [
        { content: { text: 'One', buttons: [{ is: 'reply', label: 'A', payload: 'exit:button-1' }] } },
        {
          content: {
            text: 'Two',
            buttons: [{ is: 'reply', label: 'B', payload: 'exit:message-2-button-1' }],
            quickReplies: [{ label: 'No', payload: 'exit:reply-1' }],
          },
        },
      ],
    },
  },
  ...cardExamples,
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
