// Step: the bot keeps quiet for the contact, so that a person can talk; or talks again.
import { stepType } from '@bellwire/model/step-type.ts';
import { addTo } from '../language/duration.ts';
import { savedText } from './saved.ts';
import { durationInWords, MOST_SECONDS, secondsOf, timeUnits } from './time-units.ts';

export const pauseBot = stepType({
  name: 'pause-bot',
  label: 'Pause or resume bot',
  about:
    'Lets the bot keep quiet for the contact, so that a person can talk to it; or lets it talk again. This flow goes on either way.',
  icon: 'circle-pause',
  group: 'talk',
  sides: ['bot'],
  effects: ['pause'],
  settings: {
    do: {
      kind: 'choice',
      label: 'Do',
      options: [
        { value: 'pause', label: 'Pause' },
        { value: 'resume', label: 'Resume' },
      ],
      required: true,
      default: 'pause',
    },
    amount: {
      kind: 'number',
      label: 'For how long',
      required: true,
      min: 0,
      default: 1,
      when: { setting: 'do', is: ['pause'] },
    },
    unit: {
      kind: 'choice',
      label: 'Unit',
      options: timeUnits,
      required: true,
      default: 'hours',
      when: { setting: 'do', is: ['pause'] },
    },
  },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) =>
    savedText(saved, 'do') === 'resume' ? 'Resume' : `Pause for ${durationInWords(saved, 'hours')}`,
  run: ({ do: what, amount = 1, unit = 'hours' }, { now, contact }) => {
    if (contact === null)
      return { is: 'fail', says: 'This run is for no contact, so there is nothing to pause.' };
    if (what === 'resume') return { is: 'go', exit: 'next', effects: [{ is: 'pause', until: null }] };
    const until = secondsOf(amount, unit) > MOST_SECONDS ? undefined : addTo(now, amount, unit);
    if (until === undefined)
      return { is: 'fail', says: `${amount} ${unit} is longer than a year. Pause for a shorter time.` };
    return { is: 'go', exit: 'next', effects: [{ is: 'pause', until }], says: `Quiet until ${until}.` };
  },
  examples: [
    {
      says: 'pauses for two hours',
      settings: { amount: 2 },
      scope: { now: '2026-03-01T12:00:00.000Z' },
      gives: { is: 'go', exit: 'next', effects: [{ is: 'pause', until: '2026-03-01T14:00:00.000Z' }] },
    },
    {
      says: 'resumes',
      settings: { do: 'resume' },
      gives: { is: 'go', exit: 'next', effects: [{ is: 'pause', until: null }] },
    },
    {
      says: 'more than a year is refused',
      settings: { amount: 400, unit: 'days' },
      gives: { is: 'fail', says: '400 days is longer than a year. Pause for a shorter time.' },
    },
    {
      says: 'fails where the run is for nobody',
      settings: {},
      scope: { contact: null },
      gives: { is: 'fail' },
    },
  ],
});
