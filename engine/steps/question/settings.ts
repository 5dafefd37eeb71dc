// What the step "Question" asks its builder for.
import { MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';
import { answerTypes } from './answer-types.ts';

const limit = {
  kind: 'text',
  about: 'Of a number, a date, the characters of a text, or how many are chosen.',
  default: '',
  maxLength: 200,
  when: {
    setting: 'answer',
    is: answerTypes.flatMap(({ name, range }) => (range === undefined ? [] : [name])),
  },
} as const;

export const questionSettings = {
  text: {
    kind: 'text',
    label: 'Question',
    multiline: true,
    required: true,
    maxLength: MOST_MESSAGE_CHARACTERS,
  },
  answer: {
    kind: 'choice',
    label: 'Answer',
    options: answerTypes.map(({ name, label }) => ({ value: name, label })),
    required: true,
    default: 'text',
  },
  choices: {
    kind: 'list',
    label: 'Choices',
    itemLabel: 'choice',
    max: 13,
    item: { label: { kind: 'text', label: 'Label', required: true, maxLength: 80 } },
    when: { setting: 'answer', is: ['choice', 'choices'] },
  },
  least: { ...limit, label: 'At least' },
  most: { ...limit, label: 'At most' },
  field: { kind: 'reference', to: 'field', label: 'Save the answer to' },
  retryText: {
    kind: 'text',
    label: 'If the answer does not fit, say',
    multiline: true,
    maxLength: MOST_MESSAGE_CHARACTERS,
    default: '',
    about: 'Empty: words that fit the kind of answer.',
  },
  tries: {
    kind: 'number',
    label: 'Ask at most',
    about: 'Times, the first included.',
    required: true,
    whole: true,
    min: 1,
    max: 5,
    default: 3,
  },
  skip: {
    kind: 'text',
    label: 'Button that skips the question',
    placeholder: 'Skip',
    default: '',
    maxLength: 80,
  },
  timeoutMinutes: {
    kind: 'number',
    label: 'Wait for an answer, in minutes',
    required: true,
    min: 1,
    max: 10_080,
    default: 60,
  },
} as const satisfies SettingFields;

export type QuestionValues = ValuesOf<typeof questionSettings>;
