// Step: go on at another step of the same flow.
import { stepType } from '@bellwire/model/step-type.ts';
import { savedText } from './saved.ts';

export const goTo = stepType({
  name: 'go-to',
  label: 'Go to',
  about: 'Goes on at another step of this flow, without a line across the canvas.',
  icon: 'corner-up-left',
  group: 'logic',
  sides: ['bot', 'app'],
  settings: { step: { kind: 'reference', to: 'step', label: 'Step', required: true } },
  exits: [],
  summary: (saved) =>
    savedText(saved, 'step') === '' ? 'Choose a step' : `Go to ${savedText(saved, 'step')}`,
  run: ({ step }) => ({ is: 'jump', step }),
  examples: [
    { says: 'jumps to the step it names', settings: { step: 'ask' }, gives: { is: 'jump', step: 'ask' } },
    {
      says: 'what it names is never read as a template',
      settings: { step: '{{user.step}}' },
      scope: { data: { user: { step: 'ask' } } },
      gives: { is: 'jump', step: '{{user.step}}' },
    },
    {
      says: 'fails while no step is chosen',
      settings: {},
      gives: { is: 'fail', says: 'Step is missing. Fill it in.' },
    },
  ],
});
