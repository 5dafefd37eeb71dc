// Step: ask the contact something, check the answer, ask again, keep it.
import type { Content } from '@bellwire/model/message.ts';
import { stepType, type Outcome, type StepScope } from '@bellwire/model/step-type.ts';
import { addTo } from '../language/duration.ts';
import type { Asked } from './question/answer-type.ts';
import { findAnswerType } from './question/answer-types.ts';
import { questionExamples } from './question/examples.ts';
import { readAnswer } from './question/read-answer.ts';
import { questionSettings, type QuestionValues } from './question/settings.ts';
import { brief, savedText } from './saved.ts';

export const question = stepType({
  name: 'question',
  label: 'Question',
  about: 'Asks the contact something and waits for the answer, which is checked before it is kept.',
  icon: 'message-circle-question-mark',
  group: 'talk',
  sides: ['bot'],
  flowKinds: ['flow', 'function'],
  effects: ['say'],
  settings: questionSettings,
  exits: [
    { name: 'next', label: 'Answered' },
    { name: 'no-match', label: 'No fitting answer' },
    { name: 'timeout', label: 'No answer' },
  ],
  moreExits: (saved) => {
    const skip = savedText(saved, 'skip');
    return skip === '' ? [] : [{ name: 'skipped', label: skip }];
  },
  summary: (saved) => brief(savedText(saved, 'text')) || 'Write a question',
  check: ({ choices }) =>
    choices?.length === 0
      ? [
          {
            path: ['choices'],
            says: 'There is nothing to choose from. Add a choice, or take any text as the answer.',
          },
        ]
      : [],
  run: (values, scope) => ask(values, scope, { text: values.text, asked: 1 }),
  resume: (values, resume, scope) => {
    if (resume.is !== 'message')
      return { is: 'go', exit: 'timeout', says: `No answer within ${values.timeoutMinutes} minutes.` };
    if (values.skip !== '' && fold(resume.text) === fold(values.skip))
      return { is: 'go', exit: 'skipped', says: 'The contact skipped the question.' };
    const answer = readAnswer(values, resume.text, { ...askedOf(values, scope), file: resume.file });
    if (answer.fits)
      return {
        is: 'go',
        exit: 'next',
        set: values.field === undefined ? [] : [{ to: values.field, value: answer.value }],
      };
    const asked = Number(scope.state.asked ?? 1);
    if (asked >= values.tries)
      return { is: 'go', exit: 'no-match', says: `Asked ${asked} times without a fitting answer.` };
    return ask(values, scope, { text: values.retryText || answer.says, asked: asked + 1 });
  },
  examples: questionExamples,
});

function ask(
  values: QuestionValues,
  scope: StepScope,
  { text, asked }: { text: string; asked: number },
): Outcome {
  const known = askedOf(values, scope);
  const answer = findAnswerType(values.answer)?.hint?.({
    ...known,
    least: values.least ?? '',
    most: values.most ?? '',
  });
  // What the page offers in its own way needs no quick replies. A label comes back as it is, and is read like an answer that was typed.
  const labels = [
    ...(answer?.is === 'choices' ? [] : known.choices),
    ...(values.skip === '' ? [] : [values.skip]),
  ];
  const quickReplies = labels.map((label) => ({ label, payload: label }));
  const content: Content = {
    is: 'text',
    text,
    ...(answer !== undefined && { answer }),
    ...(quickReplies.length > 0 && { quickReplies }),
  };
  return {
    is: 'ask',
    effects: [{ is: 'say', content }],
    until: addTo(scope.now, values.timeoutMinutes, 'minutes') ?? scope.now,
    state: { asked },
  };
}

function askedOf({ choices = [] }: QuestionValues, { locale, zone }: StepScope): Asked {
  return { choices: choices.map(({ label }) => label), locale, zone };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
