// `bellwire push`: makes the draft on the server what the file says, and tells what that changed.
import { jsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { readAppFile, type AppFile } from './app-file.ts';
import type { Command, Invocation } from './command.ts';
import { textOption, UsageError } from './command.ts';

type Draft = OutputOf<'getApp'>;

export const push: Command = {
  name: 'push',
  about:
    'Makes the draft on the server what the file says; an app of a new name is made. Tells what changed.',
  usage: '<file> [--revision <n>] [--publish private|public] [--changelog <text>]',
  options: {
    revision: { type: 'string' },
    publish: { type: 'string' },
    changelog: { type: 'string' },
  },
  run: async (invocation) => {
    const { words, values, print } = invocation;
    const [path, ...more] = words;
    if (path === undefined || more.length > 0)
      throw new UsageError('One file is wanted: bellwire push pay.app.json.');
    const visibility = readVisibility(textOption(values, 'publish'));
    const file = await readAppFile(path);
    const draft = await pushFile(file, invocation);
    const problems = draft.complaints.filter(({ level }) => level === 'problem').length;
    print(
      `${draft.name} is at revision ${draft.revision}.${problems > 0 ? ` ${problems} to be mended: bellwire check ${path}` : ''}`,
    );
    if (visibility !== undefined) await publish(draft, visibility, invocation);
  },
};

function readVisibility(text: string | undefined): 'private' | 'public' | undefined {
  if (text === undefined || text === 'private' || text === 'public') return text;
  throw new UsageError('--publish is private or public.');
}

async function pushFile({ app, text }: AppFile, { client, values, print }: Invocation): Promise<Draft> {
  const { rows } = await client.listApps();
  const known = rows.find(({ name }) => name === app.name);
  if (known === undefined) {
    print(`Made ${app.name}.`);
    return client.createApp({ definition: jsonObject(app) });
  }
  const { difference } = await client.previewImport({ text, appId: known.id });
  for (const line of linesOf(difference)) print(line);
  const revision = readRevision(textOption(values, 'revision'));
  return client.replaceApp({ appId: known.id, text, ...(revision !== undefined && { revision }) });
}

function readRevision(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError('--revision wants the number that pull has told.');
}

function linesOf(difference: OutputOf<'previewImport'>['difference']): string[] {
  if (difference === null || difference.changes.length === 0) return ['Nothing is changed.'];
  return [
    ...difference.changes.flatMap(({ says, details }) => [says, ...details.map((detail) => `  ${detail}`)]),
    ...difference.meanings.map(({ is, says }) => `${is}: ${says}`),
  ];
}

async function publish(
  { id: appId, revision, name }: Draft,
  visibility: 'private' | 'public',
  { client, values, print }: Invocation,
): Promise<void> {
  const changelog = textOption(values, 'changelog') ?? '';
  const published = await client.publishApp({ appId, revision, visibility, changelog });
  print(`${name} is published as version ${published.publishedVersion}.`);
}
