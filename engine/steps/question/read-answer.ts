// Reads what a contact answers to a question: the value, or words for why it does not fit.
import type { Json } from '@bellwire/model/json.ts';
import type { Asked } from './answer-type.ts';
import { findAnswerType } from './answer-types.ts';
import { outOfRange } from './range.ts';
import type { QuestionValues } from './settings.ts';

type Answer = { readonly fits: true; readonly value: Json } | { readonly fits: false; readonly says: string };

export function readAnswer(
  { answer, text: question, least = '', most = '' }: QuestionValues,
  text: string,
  asked: Asked,
): Answer {
  const type = findAnswerType(answer);
  const value = type?.read(text, asked);
  if (type === undefined || value === undefined) return { fits: false, says: type?.expects ?? question };
  const says = outOfRange(type, value, { least, most }, asked);
  return says === undefined ? { fits: true, value } : { fits: false, says: `${type.expects} ${says}` };
}
