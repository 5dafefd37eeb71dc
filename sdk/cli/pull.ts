// `bellwire pull`: writes the draft of a mini-app, or a version of it, into a file.
import { writeFile } from 'node:fs/promises';
import { fileNameOf } from './app-file.ts';
import type { Command } from './command.ts';
import { textOption, UsageError } from './command.ts';

export const pull: Command = {
  name: 'pull',
  about:
    'Writes the draft of a mini-app, or a published version of it, into a file, byte for byte as push takes it.',
  usage: '<name> [--file <path or - >] [--version <n>]',
  options: { file: { type: 'string' }, version: { type: 'string' } },
  run: async ({ client, words, values, print, note }) => {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0)
      throw new UsageError('The name of one mini-app is wanted: bellwire pull pay.');
    const version = textOption(values, 'version');
    if (version !== undefined && !/^\d{1,9}$/.test(version))
      throw new UsageError('--version wants a number.');
    const { rows } = await client.listApps();
    const known = rows.find((row) => row.name === name);
    if (known === undefined)
      throw new UsageError(
        `There is no mini-app "${name}". There are ${rows.map((row) => row.name).join(', ') || 'none'}.`,
      );
    // The revision is read first: told too old, it has a push refused; told too new, it would overwrite unseen.
    const { revision } = await client.getApp({ appId: known.id });
    const { text } = await client.appText({
      appId: known.id,
      ...(version !== undefined && { version: Number(version) }),
    });
    const path = textOption(values, 'file') ?? fileNameOf(name);
    if (path === '-') return print(text.trimEnd());
    await writeFile(path, text);
    note(
      `Wrote ${path}, of revision ${revision}. Push it with --revision ${revision}, and edits made meanwhile are not overwritten.`,
    );
  },
};
