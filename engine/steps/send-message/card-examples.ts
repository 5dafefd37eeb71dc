// Examples of the step "Send message" that send cards.
import type { StepType } from '@bellwire/model/step-type.ts';

const products = [
  { name: 'Cup', price: 8, photo: 'https://shop.example/cup.jpg' },
  { name: '{{user.secret}}', price: 12.5 },
];

export const cardExamples: StepType['examples'] = [
  {
    says: 'cards that are written one by one',
    settings: {
      kind: 'cards',
      cards: [
        {
          title: 'House blend',
          text: '250 g',
          buttons: [{ label: 'Look', kind: 'url', url: 'https://a.example' }],
        },
        { title: '{{user.nothing}}' },
      ],
    },
    gives: {
      effects: [
        {
          content: {
            is: 'cards',
            cards: [
              {
                title: 'House blend',
                text: '250 g',
                buttons: [{ is: 'url', label: 'Look', url: 'https://a.example' }],
              },
            ],
          },
        },
      ],
      says: '1 card more than can be shown, or without a title.',
    },
  },
  {
    says: 'one card for each item of a list, whose values are never read as templates; a button keeps what it stands for',
    settings: {
      kind: 'cards',
      each: '{{user.products}}',
      cards: [
        {
          title: '{{index}}. {{item.name}}',
          text: '{{item.price | money: "EUR"}}',
          image: '{{item.photo}}',
          alt: 'Picture of {{item.name}}',
          buttons: [{ label: 'Take it', kind: 'flow' }],
        },
      ],
      keepIn: 'user.choice',
      keep: '{{item.price}}',
    },
    scope: { data: { user: { products, secret: 'x' } } },
    gives: {
      effects: [
        {
          content: {
            cards: [
              {
                title: '1. Cup',
                text: '€8.00',
                image: 'https://shop.example/cup.jpg',
                alt: 'Picture of Cup',
                buttons: [{ is: 'reply', label: 'Take it', payload: 'exit:card-1-button-1 user.choice=8' }],
              },
              {
                title: '2. {{user.secret}}',
                text: '€12.50',
                buttons: [
                  { is: 'reply', label: 'Take it', payload: 'exit:card-1-button-1 user.choice=12.5' },
                ],
              },
            ],
          },
        },
      ],
    },
  },
  {
    says: 'no more cards than asked for; of an object, each entry with its key',
    settings: { kind: 'cards', each: '{{user.prices}}', most: 1, cards: [{ title: '{{key}}: {{item}}' }] },
    scope: { data: { user: { prices: { Cup: 8, Bag: 12 } } } },
    gives: { effects: [{ content: { cards: [{ title: 'Cup: 8' }] } }] },
  },
  {
    says: 'an empty list sends nothing',
    settings: { kind: 'cards', each: '{{user.products}}', cards: [{ title: '{{item.name}}' }] },
    scope: { data: { user: { products: [] } } },
    gives: { is: 'go', exit: 'next', says: 'No cards were sent: there is none with a title.' },
  },
  {
    says: 'what is no list is said',
    settings: { kind: 'cards', each: '{{user.name}}', cards: [{ title: '{{item}}' }] },
    scope: { data: { user: { name: 'Ann' } } },
    gives: { is: 'go', exit: 'next', says: 'No cards were sent: Ann is no list.' },
  },
];
