// Examples of the step "Question".
import type { StepType } from '@bellwire/model/step-type.ts';

const age = { text: 'How old are you, {{contact.name}}?', answer: 'number', field: 'user.age', tries: 2 };

export const questionExamples: StepType['examples'] = [
  {
    says: 'asks, and waits an hour',
    settings: age,
    scope: { now: '2026-03-01T12:00:00.000Z', data: { contact: { name: 'Ann' } } },
    gives: {
      is: 'ask',
      until: '2026-03-01T13:00:00.000Z',
      effects: [{ is: 'say', content: { is: 'text', text: 'How old are you, Ann?' } }],
      state: { asked: 1 },
    },
  },
  {
    says: 'offers its choices, each of which says its label',
    settings: { text: 'Size?', answer: 'choice', choices: [{ label: 'S' }, { label: 'L' }] },
    gives: {
      effects: [
        {
          content: {
            quickReplies: [
              { label: 'S', payload: 'S' },
              { label: 'L', payload: 'L' },
            ],
          },
        },
      ],
    },
  },
  {
    says: 'keeps an answer that fits, with its type',
    settings: age,
    scope: { state: { asked: 1 } },
    resume: { is: 'message', text: ' 42 ' },
    gives: { is: 'go', exit: 'next', set: [{ to: 'user.age', value: 42 }] },
  },
  {
    says: 'asks again when the answer does not fit, in its own words where there are none',
    settings: age,
    scope: { state: { asked: 1 } },
    resume: { is: 'message', text: 'old' },
    gives: {
      is: 'ask',
      state: { asked: 2 },
      effects: [{ content: { text: 'Please answer with a number, such as 12.5.' } }],
    },
  },
  {
    says: 'gives up after the last try',
    settings: age,
    scope: { state: { asked: 2 } },
    resume: { is: 'message', text: 'very old' },
    gives: { is: 'go', exit: 'no-match', says: 'Asked 2 times without a fitting answer.' },
  },
  {
    says: 'goes on without an answer when the time is over',
    settings: age,
    resume: { is: 'time' },
    gives: { is: 'go', exit: 'timeout', says: 'No answer within 60 minutes.' },
  },
  {
    says: 'an answer is never read as a template',
    settings: { text: 'Name?', field: 'user.name' },
    scope: { data: { user: { secret: 'x' } } },
    resume: { is: 'message', text: '{{user.secret}}' },
    gives: { set: [{ to: 'user.name', value: '{{user.secret}}' }] },
  },
  {
    says: 'an answer out of its limits is asked for again, with the limits',
    settings: { ...age, least: '18', most: '{{user.oldest}}' },
    scope: { state: { asked: 1 }, data: { user: { oldest: 99 } } },
    resume: { is: 'message', text: '17' },
    gives: {
      is: 'ask',
      effects: [
        { content: { text: 'Please answer with a number, such as 12.5. It has to be from 18 to 99.' } },
      ],
    },
  },
  {
    says: 'offers a picker for a date, from the first day on that it takes',
    settings: { text: 'When?', answer: 'date', field: 'user.day', least: '{{now}}' },
    scope: { data: { now: '2026-03-01T12:00:00.000Z' } },
    gives: { effects: [{ content: { answer: { is: 'date', least: '2026-03-01' } } }] },
  },
  {
    says: 'a time is meant where the contact is',
    settings: { text: 'When?', answer: 'datetime', field: 'user.at' },
    resume: { is: 'message', text: '31.1.2026 18:00' },
    gives: { set: [{ to: 'user.at', value: '2026-01-31T18:00:00.000Z' }] },
  },
  {
    says: 'several choices are kept as a list',
    settings: {
      text: 'With?',
      answer: 'choices',
      choices: [{ label: 'Milk' }, { label: 'Sugar' }],
      field: 'user.extras',
    },
    resume: { is: 'message', text: 'sugar, milk' },
    gives: { set: [{ to: 'user.extras', value: ['Milk', 'Sugar'] }] },
  },
  {
    says: 'a question that may be skipped',
    settings: { text: 'Your phone?', answer: 'phone', skip: 'Not now' },
    gives: {
      effects: [
        {
          content: {
            answer: { is: 'keyboard', mode: 'tel' },
            quickReplies: [{ label: 'Not now', payload: 'Not now' }],
          },
        },
      ],
    },
  },
  {
    says: 'whoever skips it is not asked again',
    settings: { text: 'Your phone?', answer: 'phone', skip: 'Not now' },
    resume: { is: 'message', text: ' not now ' },
    gives: { is: 'go', exit: 'skipped' },
  },
];
