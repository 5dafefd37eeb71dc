// `bellwire tail`: prints events as they are settled.
import type { Command } from './command.ts';
import { eventLine } from './event-line.ts';
import { followAsked, followOptions } from './follow-options.ts';

export const tail: Command = {
  name: 'tail',
  about: 'Prints events as they are settled, each on a line.',
  usage: '[--trigger <name>] [--state <state>] [--install <id>] [--json]',
  options: { ...followOptions, json: { type: 'boolean' } },
  run: async (invocation) => {
    const { values, print } = invocation;
    for await (const { row } of followAsked(invocation))
      print(values['json'] === true ? JSON.stringify(row) : eventLine(row));
  },
};
