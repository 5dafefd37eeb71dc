// Fire tokens: which trigger of which install one may fire, and why one no longer opens anything.
import { sql } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tenants } from '../database/tenant.ts';
import { KeyProblem } from './key-problem.ts';
import type { FoundToken } from './token-memory.ts';
import { memoryMs } from './token-memory.ts';
import { readToken } from './token.ts';

export interface FireToken {
  readonly workspaceId: string;
  readonly installId: string;
  readonly name: string;
  readonly start: string;
  readonly trigger: string;
  /** Public id of the one contact it may fire for; null for any. */
  readonly contactNs: string | null;
}

export async function findFireToken(
  platform: Tenants['platform'],
  token: string,
): Promise<FoundToken<FireToken> | ProblemError> {
  const read = readToken(token, 'fire');
  if (read.is === 'refused') return new ProblemError('key-unknown', { says: read.says });
  const row = await readRow(platform, read.hash);
  if (row === undefined)
    return new ProblemError('key-unknown', { says: 'This fire token is not known. Make a new one.' });
  const problem = problemOf(row);
  if (problem === undefined && row.is_unused) await noteUse(platform, row.id);
  return {
    answer: problem ?? row,
    ids: [row.id, row.installId],
    msLeft: problem === undefined ? row.ms_left : memoryMs,
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

async function readRow(platform: Tenants['platform'], hash: Buffer) {
  return platform
    .selectFrom('fire_token')
    .innerJoin('install', 'install.id', 'fire_token.install_id')
    .select(['fire_token.id', 'fire_token.workspace_id as workspaceId', 'install_id as installId'])
    .select(['fire_token.name', 'start', 'trigger', 'contact_ns as contactNs', 'revoked_at'])
    .select('install.state as install_state')
    .select(sql<number>`coalesce(extract(epoch from expires_at - now()) * 1000, 1e12)::float8`.as('ms_left'))
    .select(sql<boolean>`last_used_at is null or last_used_at < now() - interval '1 minute'`.as('is_unused'))
    .where('fire_token.token_hash', '=', hash)
    .executeTakeFirst();
}

function problemOf(row: Row): KeyProblem | undefined {
  if (row.install_state === 'uninstalled')
    return new KeyProblem(
      'install-gone',
      row,
      'The app that this fire token belongs to has been uninstalled.',
    );
  if (row.revoked_at !== null) return new KeyProblem('key-revoked', row, 'This fire token has been revoked.');
  if (row.ms_left <= 0) return new KeyProblem('key-expired', row, 'This fire token has expired.');
  return undefined;
}

async function noteUse(platform: Tenants['platform'], id: string): Promise<void> {
  await platform
    .updateTable('fire_token')
    .set({ last_used_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}
