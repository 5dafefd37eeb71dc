// The next version of the server, made of this one by a few edits: it knows a step, a kind of arrival and a table more.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyEdit, type Edit } from '../crash/edit.ts';

const root = join(import.meta.dirname, '..', '..');

const edits: readonly Edit[] = [
  {
    file: 'engine/steps/step-types.ts',
    find: `import { appAction } from './app-action.ts';`,
    replace: `$& import { stepType } from '@bellwire/model/step-type.ts';`,
  },
  {
    file: 'engine/steps/step-types.ts',
    find: 'export const stepTypes: readonly StepType[] = [',
    replace: `$&
      stepType({
        name: 'weigh', label: 'Weigh', about: 'Weighs.', icon: 'scale', group: 'data', sides: ['bot', 'app'],
        settings: {}, exits: [{ name: 'next', label: 'Next' }], summary: () => '',
        run: () => ({ is: 'go', exit: 'next' }), examples: [],
      }),`,
  },
  {
    file: 'server/lanes/reactions/reactions.ts',
    find: 'const reactions: { readonly [Kind in ArrivalKind]: Reaction<Kind> } = {',
    replace: `const reactions = {
      weighed: {
        react: (work) =>
          send.react(work, { kind: 'send', content: { is: 'text', text: 'scales' }, sender: 'bot' }),
      },`,
  },
  {
    file: 'server/database/migrate.ts',
    find: 'const files = await readMigrations(folder);',
    replace: `$& files.push({
      number: 9000, name: '9000-weight.sql', text: 'create table weight (id uuid)', checksum: 'next',
      contractAfter: null,
    });`,
  },
];

/** Writes what the next version reads in place of this one's files; nothing of the product is touched. */
export async function writeNextVersion(file: string): Promise<string> {
  const texts = new Map<string, string>();
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? (await readFile(join(root, edit.file), 'utf8'));
    texts.set(edit.file, applyEdit(edit, text));
  }
  const sources = [...texts].map(([path, text]) => [pathToFileURL(join(root, path)).href, text]);
  await writeFile(file, JSON.stringify(Object.fromEntries(sources)));
  return file;
}
