// Keeps an uploaded file in the database: every process can serve it, and a backup has it.
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { MOST_MEDIA_BYTES, MOST_MEDIA_MIB, type Media } from '@bellwire/model/media.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import { sniff } from './sniff.ts';

/** Of one workspace. A way to remove them one by one comes with a list of them. */
const MOST_WORKSPACE_BYTES = 1_000_000_000;

interface Upload {
  readonly workspaceId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly visitor: Buffer | null;
}

/** @throws ProblemError where it is empty, or the workspace has no room left. */
export async function keepMedia(
  database: Kysely<Tables> | Transaction<Tables>,
  { workspaceId, name, bytes, visitor }: Upload,
): Promise<Media> {
  if (bytes.length === 0)
    throw new ProblemError('bad-input', { says: 'The file is empty. Choose another one.' });
  if (bytes.length > MOST_MEDIA_BYTES) throw tooLarge();
  const { kept } = await database
    .selectFrom('media')
    .select((of) => of.fn.coalesce(of.fn.sum<number>('size'), of.lit(0)).as('kept'))
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  if (kept + bytes.length > MOST_WORKSPACE_BYTES)
    throw new ProblemError('conflict', {
      says: `The files of this workspace have ${MOST_WORKSPACE_BYTES / 1_000_000} MB, which is all the room there is. Use an address of the web instead.`,
    });
  const { type, kind } = sniff(bytes);
  const token = randomBytes(32).toString('base64url');
  const shown = safeName(name);
  await database
    .insertInto('media')
    .values({
      id: uuidV7(),
      workspace_id: workspaceId,
      token_hash: mediaHash(token),
      name: shown,
      type,
      size: bytes.length,
      bytes: Buffer.from(bytes),
      visitor_hash: visitor,
    })
    .execute();
  return { kind, url: `/media/${token}/${encodeURIComponent(shown)}`, name: shown, size: bytes.length };
}

export function mediaHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function tooLarge(): ProblemError {
  return new ProblemError('body-too-large', {
    says: `A file has at most ${MOST_MEDIA_MIB} MiB. Make it smaller, or use an address of the web.`,
  });
}

/** Without what a name of a file cannot have anywhere, nor what turns the direction of reading and so hides its ending. */
function safeName(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}"*/:<>?\\|%#]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(cleaned).slice(-60).join('').replace(/^\.+/, '').trim() || 'file';
}
