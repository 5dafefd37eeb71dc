// Makes sure that a mini-app is there and published, from its text form; what is there already is left alone.
import type { App } from '@bellwire/model/app.ts';
import { parseApp } from '@bellwire/model/canonical.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Client } from './client.ts';

/**
 * Found by its name. Published for every workspace of the server, where it has not been published yet.
 *
 * @throws ProblemError `bad-input` where the text is no app, each complaint with its line; and as the server refuses.
 */
export async function ensureApp(client: Client, text: string): Promise<OutputOf<'getApp'>> {
  const definition = readApp(text);
  const { rows } = await client.listApps();
  const known = rows.find(({ name }) => name === definition.name);
  const draft =
    known === undefined
      ? await client.createApp({ definition: jsonObject(definition) })
      : await client.getApp({ appId: known.id });
  if (draft.publishedVersion !== null) return draft;
  return client.publishApp({
    appId: draft.id,
    revision: draft.revision,
    visibility: 'public',
    changelog: 'The first version.',
  });
}

function readApp(text: string): App {
  const parsed = parseApp(text);
  if (parsed.ok) return parsed.app;
  throw new ProblemError('bad-input', {
    says: `The text is no app: ${parsed.complaints.map(({ line, column, says }) => `line ${line}, column ${column}: ${says}`).join(' ')}`,
    complaints: parsed.complaints,
  });
}
