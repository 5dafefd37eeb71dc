// Messages of every kind for tests: as they should be, and with what would run if it were taken for more than words.
import type { Content } from '@bellwire/model/message.ts';

/** A picture of one dot. */
export const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const script = ['javascript', 'hit()'].join(':');

export const attacks = [
  '<img src=x onerror=hit()>',
  '"><script>hit()</script>',
  "'-hit()-'",
  '<svg/onload=hit()>',
  '{{constructor.constructor("hit()")()}}',
  script,
  ` ${script}`,
  'data:text/html,<script>hit()</script>',
];

/** Each text of each kind. */
export function hostile(text: string): Content[] {
  const url = 'https://nowhere.invalid/a';
  const buttons = [
    { is: 'url', label: text, url: text },
    { is: 'call', label: text, phone: text },
    { is: 'reply', label: text, payload: text },
  ] as const;
  const quickReplies = [{ label: text, payload: text }];
  return [
    { is: 'text', text, buttons: [...buttons], quickReplies },
    { is: 'image', url, alt: text, caption: text },
    { is: 'audio', url, caption: text },
    { is: 'video', url, caption: text },
    { is: 'file', url, name: text, caption: text },
    { is: 'cards', cards: [{ title: text, text, image: url, alt: text, buttons: [...buttons] }] },
    { ...receipt, title: text, note: text },
  ];
}

const receipt = {
  is: 'receipt' as const,
  title: 'Thank you!',
  order: {
    id: '01935000-0000-7000-8000-000000000000',
    number: 'K7Q2-9MXD',
    status: 'paid' as const,
    currency: 'EUR',
    items: [{ name: 'House blend, 250 g', quantity: 2, unitAmount: 1250 }],
    total: 2500,
    reference: null,
    createdAt: '2026-11-22T09:00:00.000Z',
    paidAt: '2026-11-22T09:01:00.000Z',
  },
};

export function allKinds(url: string): Content[] {
  return [
    { is: 'image', url, alt: 'A red cup', caption: 'Our red cup' },
    {
      is: 'cards',
      cards: [
        {
          title: 'House blend',
          text: '250 g, roasted on Monday',
          image: url,
          alt: 'A bag',
          buttons: [{ is: 'reply', label: 'Take it', payload: 'Take it' }],
        },
        {
          title: 'Enamel cup',
          text: 'Red',
          buttons: [{ is: 'url', label: 'Look', url: 'https://shop.example' }],
        },
        { title: 'Gift box' },
      ],
    },
    { is: 'audio', url, caption: 'How it sounds' },
    { is: 'video', url, caption: 'A tour of the workshop' },
    { is: 'file', url, name: 'invoice.pdf', size: 48_200 },
    receipt,
    {
      is: 'text',
      text: 'That is all.',
      buttons: [{ is: 'call', label: 'Call us', phone: '+49 30 123456' }],
    },
  ];
}
