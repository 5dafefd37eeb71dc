// What a visitor has uploaded, as what they say with it: nobody sends the file of somebody else.
import type { Kysely } from 'kysely';
import { mediaContent } from '@bellwire/model/media.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { SaidFile } from '../lanes/arrival.ts';
import { mediaHash } from '../media/keep-media.ts';
import { kindOfType } from '../media/sniff.ts';

/**
 * @param url As the upload gave it.
 * @throws ProblemError where the visitor has uploaded no such file.
 */
export async function findUpload(
  platform: Kysely<Tables>,
  visitor: Buffer,
  { url, publicUrl }: { readonly url: string; readonly publicUrl: string },
): Promise<SaidFile> {
  const row = await platform
    .selectFrom('media')
    .select(['name', 'type', 'size'])
    .where('token_hash', '=', mediaHash(url.split('/')[2] ?? ''))
    .where('visitor_hash', '=', visitor)
    .executeTakeFirst();
  if (row === undefined)
    throw new ProblemError('bad-input', { says: 'The file is no longer there. Choose it again.' });
  const kind = kindOfType(row.type);
  const { name, size } = row;
  return { kind, address: `${publicUrl}${url}`, content: mediaContent({ kind, url, name, size }) };
}
