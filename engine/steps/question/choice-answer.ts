// Answer type: one of the choices that the question offers.
import type { AnswerType } from './answer-type.ts';

export const choiceAnswer: AnswerType = {
  name: 'choice',
  label: 'One of the choices',
  expects: 'Please choose one of the answers.',
  read: (text, { choices }) => {
    const said = fold(text);
    // Whole answers first, so that "Large" is never taken for a "Large" inside "Extra large".
    return choices.find((choice) => fold(choice) === said) ?? longestIn(said, choices);
  },
  examples: [
    { text: 'large', asked: { choices: ['Small', 'Large'] }, gives: 'Large' },
    { text: 'Extra large!', asked: { choices: ['Large', 'Extra large'] }, gives: 'Extra large' },
    { text: 'the small one please', asked: { choices: ['Small', 'Large'] }, gives: 'Small' },
    { text: 'smallest', asked: { choices: ['Small', 'Large'] }, gives: undefined },
    { text: '', asked: { choices: ['Small', 'Large'] }, gives: undefined },
  ],
};

function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** A choice that stands in a sentence as words of its own; the longest where there are several. */
function longestIn(said: string, choices: readonly string[]): string | undefined {
  const words = ` ${wordsOf(said)} `;
  const found = choices.filter((choice) => wordsOf(choice) !== '' && words.includes(` ${wordsOf(choice)} `));
  return found.toSorted((a, b) => b.length - a.length)[0];
}

function wordsOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
