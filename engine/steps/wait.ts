// Step: wait for some time, until a time of the day, until a date, or until people work.
import { stepType } from '@bellwire/model/step-type.ts';
import { savedText } from './saved.ts';
import { durationInWords } from './time-units.ts';
import { waitExamples } from './wait/examples.ts';
import { moments } from './wait/moments.ts';
import { waitSettings } from './wait/settings.ts';

export const wait = stepType({
  name: 'wait',
  label: 'Wait',
  about: 'Lets some time pass before the flow goes on: a while, until a time of the day, or until a date.',
  icon: 'clock',
  group: 'logic',
  sides: ['bot', 'app'],
  isOnce: true,
  settings: waitSettings,
  exits: [{ name: 'next', label: 'Then' }],
  moreExits: (saved) =>
    savedText(saved, 'kind') === 'date' ? [{ name: 'past', label: 'Already over' }] : [],
  summary: (saved) => {
    const text = (name: string, usual: string) => savedText(saved, name) || usual;
    const kind = text('kind', 'for');
    if (kind === 'time') return `Wait until ${text('time', '09:00')}`;
    if (kind === 'hours') return `Wait until between ${text('from', '09:00')} and ${text('to', '17:00')}`;
    if (kind === 'for') return `Wait ${durationInWords(saved, 'hours')}`;
    const shift = text('shift', '0');
    const date = text('date', 'a date');
    return shift === '0'
      ? `Wait until ${date}`
      : `Wait until ${shift} ${text('shiftUnit', 'hours')} ${text('side', 'before')} ${date}`;
  },
  run: (values, scope) => {
    const moment = moments[values.kind](values, scope);
    if (moment.is === 'none') return { is: 'fail', says: moment.says };
    if (moment.is === 'at') return { is: 'wait', until: moment.at, says: `Goes on at ${moment.at}.` };
    if (values.kind !== 'date') return { is: 'go', exit: 'next' };
    return { is: 'go', exit: 'past', says: `${moment.at} is over.` };
  },
  examples: waitExamples,
});
