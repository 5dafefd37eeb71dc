// `bellwire new`: writes the file of a small mini-app to begin with.
import { APP_FORMAT, appSchema } from '@bellwire/model/app.ts';
import { canonicalText } from '@bellwire/model/canonical.ts';
import { nameSchema } from '@bellwire/model/name.ts';
import { fileNameOf, writeNewFile } from './app-file.ts';
import type { Command } from './command.ts';
import { textOption, UsageError } from './command.ts';

export const newApp: Command = {
  name: 'new',
  about: 'Writes the file of a mini-app with one trigger, to begin with. Asks no server.',
  usage: '<name> [--label <label>] [--file <path>]',
  options: { label: { type: 'string' }, file: { type: 'string' } },
  isLocal: true,
  run: async ({ words: [name, ...more], values, print }) => {
    const read = nameSchema.safeParse(name);
    if (!read.success || more.length > 0)
      throw new UsageError(`One name is wanted. ${read.error?.issues[0]?.message ?? ''}`);
    const path = textOption(values, 'file') ?? fileNameOf(read.data);
    const label = textOption(values, 'label') ?? read.data;
    await writeNewFile(path, canonicalText(starter(read.data, label)));
    print(`Wrote ${path}. Next: bellwire push ${path}`);
  },
};

function starter(name: string, label: string) {
  return appSchema.parse({
    format: APP_FORMAT,
    name,
    label,
    scopes: [{ scope: 'triggers:fire', reason: 'Tells your bots what happens.' }],
    fields: [{ name: 'message', label: 'Message', type: 'text' }],
    triggers: [
      {
        name: 'happened',
        label: 'Something happened',
        items: [{ name: 'message', label: 'Message', field: 'message', example: 'Hello' }],
      },
    ],
  });
}
