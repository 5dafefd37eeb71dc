// Flows for tests of messages: one that says a word, one that shows a shelf of cards, one that asks for every kind of answer.
import type { FlowGraph } from '@bellwire/model/flow.ts';

export const saying: FlowGraph = {
  start: 'say',
  steps: [{ id: 'say', type: 'send-message', settings: { text: 'Choose one:' }, exits: {} }],
};

export const shelf: FlowGraph = {
  start: 'has',
  steps: [
    {
      id: 'has',
      type: 'condition',
      settings: {
        branches: [
          {
            label: 'Some',
            condition: { match: 'all', clauses: [{ field: 'user.products', operator: 'has_any_value' }] },
          },
        ],
      },
      exits: { 'branch-1': 'cards', otherwise: 'none' },
    },
    { id: 'none', type: 'send-message', settings: { text: 'Nothing on the shelf' }, exits: {} },
    {
      id: 'cards',
      type: 'send-message',
      settings: {
        kind: 'cards',
        each: '{{user.products}}',
        cards: [
          {
            title: '{{index}}. {{item.name}}',
            text: '{{item.price | money: "EUR"}}',
            buttons: [{ label: 'Take it', kind: 'flow' }],
          },
        ],
        keepIn: 'user.choice',
      },
      exits: { 'card-1-button-1': 'taken' },
    },
    {
      id: 'taken',
      type: 'send-message',
      settings: { text: '{{user.choice.name}} it is, for {{user.choice.price | money: "EUR"}}.' },
      exits: {},
    },
  ],
};

export const answers = [
  { name: 'count', type: 'number' },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'datetime' },
  { name: 'extras', type: 'json' },
  { name: 'picture', type: 'text' },
] as const;

export const asking: FlowGraph = {
  start: 'count',
  steps: [
    question('count', 'How many?', { answer: 'number', least: '1', most: '10' }, 'day'),
    question('day', 'Which day?', { answer: 'date' }, 'at'),
    question('at', 'And at what time?', { answer: 'datetime' }, 'extras'),
    question(
      'extras',
      'With what?',
      { answer: 'choices', choices: [{ label: 'Milk' }, { label: 'Sugar' }] },
      'picture',
    ),
    question('picture', 'A picture of it?', { answer: 'image' }, 'mail'),
    {
      id: 'mail',
      type: 'question',
      settings: { text: 'Your e-mail?', answer: 'email', skip: 'Not now' },
      exits: { skipped: 'end' },
    },
    { id: 'end', type: 'send-message', settings: { text: 'All right, without.' }, exits: {} },
  ],
};

function question(id: string, text: string, more: FlowGraph['steps'][number]['settings'], next: string) {
  return { id, type: 'question', settings: { text, field: `user.${id}`, ...more }, exits: { next } };
}
