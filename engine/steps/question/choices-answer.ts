// Answer type: several of the choices that the question offers.
import { toNumber } from '../../language/value.ts';
import type { AnswerType } from './answer-type.ts';

export const choicesAnswer: AnswerType = {
  name: 'choices',
  label: 'Several of the choices',
  expects: 'Please choose from the answers; put a comma between two.',
  read: (text, { choices }) => {
    let left = ` ${text.trim().toLowerCase()} `;
    const found = new Set<string>();
    // Long ones first, so that "Extra large" is never taken for a "Large".
    for (const choice of choices.toSorted((a, b) => b.length - a.length)) {
      const at = placeOf(choice.trim().toLowerCase(), left);
      if (at === -1) continue;
      found.add(choice);
      left = `${left.slice(0, at)},${left.slice(at + choice.trim().length)}`;
    }
    // What is left over names something that is not offered.
    const others = left.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (found.size === 0 || others.some((word) => !['and', 'und', 'et', 'y', 'e'].includes(word)))
      return undefined;
    return choices.filter((choice) => found.has(choice));
  },
  range: {
    measure: (value) => (Array.isArray(value) ? value.length : undefined),
    limit: toNumber,
    unit: 'of the choices',
  },
  hint: ({ choices }) => ({ is: 'choices', options: [...choices] }),
  examples: [
    { text: 'milk, Sugar', asked: { choices: ['Sugar', 'Milk', 'Oat milk'] }, gives: ['Sugar', 'Milk'] },
    {
      text: 'oat milk and sugar',
      asked: { choices: ['Sugar', 'Milk', 'Oat milk'] },
      gives: ['Sugar', 'Oat milk'],
    },
    { text: 'Salt, pepper', asked: { choices: ['Salt, pepper', 'Milk'] }, gives: ['Salt, pepper'] },
    { text: 'sugar, cream', asked: { choices: ['Sugar', 'Milk'] }, gives: undefined },
    { text: 'sugary', asked: { choices: ['Sugar'] }, gives: undefined },
    { text: '', asked: { choices: ['Sugar'] }, gives: undefined },
  ],
};

/** Where the choice stands as words of its own. */
function placeOf(choice: string, text: string): number {
  if (choice === '') return -1;
  for (let at = text.indexOf(choice); at !== -1; at = text.indexOf(choice, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + choice.length));
    if (isWhole) return at;
  }
  return -1;
}
