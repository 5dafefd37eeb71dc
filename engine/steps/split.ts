// Step: send contacts different ways by chance.
import { stepType } from '@bellwire/model/step-type.ts';
import { fieldValue } from './field-value.ts';
import { savedEntries, savedText } from './saved.ts';

interface Variation {
  readonly label: string;
  readonly weight: number;
}

export const split = stepType({
  name: 'split',
  label: 'Split',
  about: 'Sends contacts different ways by chance, as often as the weights say.',
  icon: 'split',
  group: 'logic',
  sides: ['bot', 'app'],
  isOnce: true,
  settings: {
    variations: {
      kind: 'list',
      label: 'Variations',
      itemLabel: 'variation',
      required: true,
      max: 20,
      item: {
        label: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 60 },
        weight: { kind: 'number', label: 'Weight', required: true, min: 0, max: 1000, default: 1 },
      },
    },
    field: {
      kind: 'reference',
      to: 'field',
      label: 'Keep the pick in',
      about: 'The name of the variation is written there.',
    },
    again: {
      kind: 'switch',
      label: 'Who comes again goes the same way',
      about: 'Needs the field that keeps the pick.',
    },
  },
  exits: [],
  moreExits: (saved) =>
    savedEntries(saved, 'variations').map((variation, index) => ({
      name: exitOf(index),
      label: savedText(variation, 'label') || `Variation ${index + 1}`,
    })),
  summary: (saved) => {
    const variations = savedEntries(saved, 'variations');
    if (variations.length === 0) return 'Add variations';
    return variations
      .map((each) => `${savedText(each, 'label')} ${savedText(each, 'weight') || '1'}`)
      .join(' : ');
  },
  check: ({ variations, field, again }) => [
    ...(variations.length === 0
      ? [{ path: ['variations'], says: 'There are no variations. Add two or more.' }]
      : []),
    ...(variations.length > 0 && total(variations) === 0
      ? [
          {
            path: ['variations'],
            says: 'All weights are 0, so no variation can be picked. Give one a weight.',
          },
        ]
      : []),
    ...(again && field === undefined
      ? [{ path: ['field'], says: 'To go the same way again, the pick has to be kept. Choose a field.' }]
      : []),
  ],
  run: ({ variations, field, again }, scope) => {
    const kept = again && field !== undefined ? fieldValue(scope.data, field) : null;
    const before = variations.findIndex(({ label }) => label === kept);
    const index = before === -1 ? pick(variations, scope.random('split')) : before;
    const picked = variations[index];
    if (picked === undefined)
      return { is: 'fail', says: 'There is no variation with a weight. Give one a weight.' };
    return {
      is: 'go',
      exit: exitOf(index),
      set: field === undefined ? [] : [{ to: field, value: picked.label }],
      says: `${picked.label}${before === -1 ? '' : ', as before'}.`,
    };
  },
  examples: [
    {
      says: 'low chance picks the first',
      settings: {
        variations: [
          { label: 'A', weight: 1 },
          { label: 'B', weight: 3 },
        ],
      },
      scope: { random: 0.24 },
      gives: { is: 'go', exit: 'variation-1' },
    },
    {
      says: 'the weights are shares of the whole, and the pick is kept',
      settings: {
        variations: [
          { label: 'A', weight: 1 },
          { label: 'B', weight: 3 },
        ],
        field: 'user.test',
      },
      scope: { random: 0.25 },
      gives: { is: 'go', exit: 'variation-2', set: [{ to: 'user.test', value: 'B' }] },
    },
    {
      says: 'a weight of 0 is never picked',
      settings: {
        variations: [
          { label: 'A', weight: 0 },
          { label: 'B', weight: 1 },
        ],
      },
      scope: { random: 0 },
      gives: { is: 'go', exit: 'variation-2' },
    },
    {
      says: 'who comes again goes the same way, whatever chance says',
      settings: {
        variations: [
          { label: 'A', weight: 1 },
          { label: 'B', weight: 1 },
        ],
        field: 'user.test',
        again: true,
      },
      scope: { random: 0.1, data: { user: { test: 'B' } } },
      gives: { is: 'go', exit: 'variation-2', says: 'B, as before.' },
    },
    {
      says: 'fails where nothing can be picked',
      settings: { variations: [] },
      gives: { is: 'fail' },
    },
  ],
});

function exitOf(index: number): string {
  return `variation-${index + 1}`;
}

function total(variations: readonly Variation[]): number {
  return variations.reduce((sum, { weight }) => sum + weight, 0);
}

/** -1 where all weights are 0. */
function pick(variations: readonly Variation[], chance: number): number {
  let left = chance * total(variations);
  return variations.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}
