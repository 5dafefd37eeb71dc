// Step: end the flow, well or with a failure.
import { stepType } from '@bellwire/model/step-type.ts';
import { brief, savedText } from './saved.ts';

export const end = stepType({
  name: 'end',
  label: 'End',
  about:
    'Ends the flow here. An action gives back its outputs; ended as failed, it leaves its caller by the exit "failed".',
  icon: 'circle-stop',
  group: 'logic',
  sides: ['bot', 'app'],
  settings: {
    result: {
      kind: 'choice',
      label: 'Result',
      options: [
        { value: 'done', label: 'Done' },
        { value: 'failed', label: 'Failed' },
      ],
      default: 'done',
    },
    why: {
      kind: 'text',
      label: 'Why it failed',
      required: true,
      when: { setting: 'result', is: ['failed'] },
      maxLength: 500,
    },
  },
  exits: [],
  summary: (saved) =>
    savedText(saved, 'result') === 'failed' ? `Failed: ${brief(savedText(saved, 'why'))}` : 'End of the flow',
  run: ({ result, why = '' }) => (result === 'failed' ? { is: 'fail', says: why } : { is: 'end' }),
  examples: [
    { says: 'ends the flow', settings: {}, gives: { is: 'end' } },
    { says: 'ends the flow as done', settings: { result: 'done' }, gives: { is: 'end' } },
    {
      says: 'fails the flow with words',
      settings: { result: 'failed', why: 'The card of {{user.name}} was declined.' },
      scope: { data: { user: { name: 'Ann' } } },
      gives: { is: 'fail', says: 'The card of Ann was declined.' },
    },
    {
      says: 'a failure needs a reason',
      settings: { result: 'failed' },
      gives: { is: 'fail', says: 'Why it failed is missing. Fill it in.' },
    },
  ],
});
