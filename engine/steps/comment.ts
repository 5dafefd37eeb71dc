// Step: a note on the canvas, which no run ever comes to.
import { stepType } from '@bellwire/model/step-type.ts';
import { brief, savedText } from './saved.ts';

export const comment = stepType({
  name: 'comment',
  label: 'Comment',
  about: 'A note for the people who build the flow. Nothing leads to it.',
  icon: 'sticky-note',
  group: 'logic',
  sides: ['bot', 'app'],
  isNote: true,
  settings: {
    text: { kind: 'text', label: 'Note', multiline: true, template: false, maxLength: 2000, default: '' },
  },
  exits: [],
  summary: (saved) => brief(savedText(saved, 'text')),
  // A flow that was put together by hand may lead here all the same: then it ends.
  run: () => ({ is: 'end' }),
  examples: [
    {
      says: 'holds words',
      settings: { text: 'Ask the warehouse before changing this.' },
      gives: { is: 'end' },
    },
    { says: 'may be empty', settings: {}, gives: { is: 'end' } },
    { says: 'is not a template', settings: { text: 'Why {{ and not [[ ?' }, gives: { is: 'end' } },
  ],
});
