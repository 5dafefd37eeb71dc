// Step: ends a function, and says by which way its caller goes on, and with what.
import { stepType } from '@bellwire/model/step-type.ts';
import { brief, counted, savedEntries, savedText } from './saved.ts';

export const output = stepType({
  name: 'output',
  label: 'Output',
  about: 'Ends a function here. Its caller goes on by the way of this name, with the values given.',
  icon: 'log-out',
  group: 'logic',
  sides: ['bot', 'app'],
  flowKinds: ['function'],
  settings: {
    name: {
      kind: 'text',
      label: 'Name',
      template: false,
      required: true,
      maxLength: 60,
      placeholder: 'found',
    },
    values: {
      kind: 'list',
      label: 'Values',
      itemLabel: 'value',
      max: 50,
      item: {
        name: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 60 },
        value: { kind: 'value', label: 'Value' },
      },
    },
  },
  exits: [],
  summary: (saved) => {
    const values = savedEntries(saved, 'values').length;
    const name = brief(savedText(saved, 'name'));
    return name === '' ? 'Give it a name' : `${name}${values === 0 ? '' : `, ${counted(values, 'value')}`}`;
  },
  run: ({ name, values }) => ({
    is: 'end',
    output: name,
    outputs: Object.fromEntries(values.map(({ name: key, value = null }) => [key, value])),
    says: `Comes back by "${name}".`,
  }),
  examples: [
    {
      says: 'ends the function with its name and values',
      settings: { name: 'found', values: [{ name: 'points', value: '{{app.points}}' }] },
      scope: { data: { app: { points: 7 } } },
      gives: { is: 'end', output: 'found', outputs: { points: 7 } },
    },
    {
      says: 'needs no values',
      settings: { name: 'none' },
      gives: { is: 'end', output: 'none', outputs: {} },
    },
    {
      says: 'needs a name',
      settings: {},
      gives: { is: 'fail', says: 'Name is missing. Fill it in.' },
    },
  ],
});
