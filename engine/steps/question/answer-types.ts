// The answer types of the step "Question".
import type { AnswerType } from './answer-type.ts';
import { choiceAnswer } from './choice-answer.ts';
import { choicesAnswer } from './choices-answer.ts';
import { dateAnswer } from './date-answer.ts';
import { datetimeAnswer } from './datetime-answer.ts';
import { emailAnswer } from './email-answer.ts';
import { anyFileAnswer, audioAnswer, imageAnswer, videoAnswer } from './file-answer.ts';
import { numberAnswer } from './number-answer.ts';
import { phoneAnswer } from './phone-answer.ts';
import { textAnswer } from './text-answer.ts';
import { urlAnswer } from './url-answer.ts';

export const answerTypes: readonly AnswerType[] = [
  textAnswer,
  numberAnswer,
  emailAnswer,
  phoneAnswer,
  urlAnswer,
  dateAnswer,
  datetimeAnswer,
  choiceAnswer,
  choicesAnswer,
  imageAnswer,
  audioAnswer,
  videoAnswer,
  anyFileAnswer,
];

const byName = new Map(answerTypes.map((type) => [type.name, type]));

export function findAnswerType(name: string): AnswerType | undefined {
  return byName.get(name);
}
