// Step: ask the contact something, check the answer, ask again, keep it.
import type { Content } from '@bellwire/model/message.ts';
import { stepType, type Outcome, type StepScope } from '@bellwire/model/step-type.ts';
import { addTo } from '../language/duration.ts';
import { findAnswerType } from './question/answer-types.ts';
import { questionExamples } from './question/examples.ts';
import { questionSettings, type QuestionValues } from './question/settings.ts';
import { brief, savedText } from './saved.ts';

export const question = stepType({
  name: 'question',
  label: 'Question',
  about: 'Asks the contact something and waits for the answer, which is checked before it is kept.',
  icon: 'message-circle-question-mark',
  group: 'talk',
  sides: ['bot'],
  effects: ['say'],
  settings: questionSettings,
  exits: [
    { name: 'next', label: 'Answered' },
    { name: 'no-match', label: 'No fitting answer' },
    { name: 'timeout', label: 'No answer' },
  ],
  summary: (saved) => brief(savedText(saved, 'text')) || 'Write a question',
  check: ({ answer, choices }) =>
    answer === 'choice' && (choices ?? []).length === 0
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
    const type = findAnswerType(values.answer);
    const value = type?.read(resume.text, { choices: choicesOf(values), locale: scope.locale });
    if (value !== undefined) {
      return { is: 'go', exit: 'next', set: values.field === undefined ? [] : [{ to: values.field, value }] };
    }
    const asked = Number(scope.state.asked ?? 1);
    if (asked >= values.tries)
      return { is: 'go', exit: 'no-match', says: `Asked ${asked} times without a fitting answer.` };
    return ask(values, scope, { text: values.retryText || (type?.expects ?? values.text), asked: asked + 1 });
  },
  examples: questionExamples,
});

function ask(
  values: QuestionValues,
  scope: StepScope,
  { text, asked }: { text: string; asked: number },
): Outcome {
  // The label itself comes back: it is read like an answer that was typed.
  const quickReplies = choicesOf(values).map((label) => ({ label, payload: label }));
  const content: Content = { is: 'text', text, ...(quickReplies.length > 0 ? { quickReplies } : {}) };
  return {
    is: 'ask',
    effects: [{ is: 'say', content }],
    until: addTo(scope.now, values.timeoutMinutes, 'minutes') ?? scope.now,
    state: { asked },
  };
}

function choicesOf({ choices = [] }: QuestionValues): string[] {
  return choices.map(({ label }) => label);
}
