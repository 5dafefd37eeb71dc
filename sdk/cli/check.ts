// `bellwire check`: tells what is wrong with the file of a mini-app, as the builder would.
import { faultLines, readAppFile } from './app-file.ts';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';

export const check: Command = {
  name: 'check',
  about: 'Tells what is wrong with the files of mini-apps, each fault with line and column. Keeps nothing.',
  usage: '<file> …',
  options: {},
  run: async ({ client, words, print, note }) => {
    if (words.length === 0) throw new UsageError('A file is wanted: bellwire check pay.app.json.');
    let problems = 0;
    for (const path of words) {
      const file = await readAppFile(path);
      const { complaints } = await client.previewImport({ text: file.text });
      const found = complaints.map(({ path: at, says, level }) =>
        level === 'warning' ? { path: at, says, level } : { path: at, says },
      );
      for (const line of faultLines(file, found)) print(line);
      problems += found.filter(({ level }) => level !== 'warning').length;
      if (found.length === 0) note(`${path}: nothing is wrong.`);
    }
    if (problems > 0) throw new Error(`${problems} to be mended before it can be published.`);
  },
};
