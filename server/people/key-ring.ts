// Says for which key a token stands, and why one no longer opens anything; remembers keys for two seconds.
import { sql } from 'kysely';
import { ProblemError, type ProblemCode } from '@bellwire/model/problem.ts';
import type { Tenants } from '../database/tenant.ts';
import type { KeyCaller } from './caller.ts';
import { findFireToken, type FireToken } from './fire-token.ts';
import { KeyProblem } from './key-problem.ts';
import { memoryMs, tokenMemory, type FoundToken } from './token-memory.ts';
import { readToken } from './token.ts';

export interface KeyRing {
  /** At once where the key is remembered, which it is under load; a promise where the database has to be asked. */
  keyCaller(token: string): KeyAnswer | Promise<KeyAnswer>;
  /** The same for a fire token, which is no key and opens nothing but its own address. */
  fireToken(token: string): FireTokenAnswer | Promise<FireTokenAnswer>;
  /**
   * From now on this process asks the database again. To be called after the commit. Other processes follow
   * within two seconds.
   */
  forget(gone: { readonly keyId: string } | { readonly installId: string }): void;
}

export type KeyAnswer = KeyCaller | ProblemError;
type FireTokenAnswer = FireToken | ProblemError;

export function createKeyRing({ platform }: Pick<Tenants, 'platform'>): KeyRing {
  const keys = tokenMemory((token) => findKey(platform, token));
  const fireTokens = tokenMemory((token) => findFireToken(platform, token));
  return {
    keyCaller: (token) => keys.ask(token),
    fireToken: (token) => fireTokens.ask(token),
    forget(gone) {
      const id = 'keyId' in gone ? gone.keyId : gone.installId;
      keys.forget(id);
      fireTokens.forget(id);
    },
  };
}

async function findKey(
  platform: Tenants['platform'],
  token: string,
): Promise<FoundToken<KeyCaller> | ProblemError> {
  const read = readToken(token, 'key');
  if (read.is === 'refused') return new ProblemError('key-unknown', { says: read.says });
  const row = await platform
    .selectFrom('api_key')
    .leftJoin('install', 'install.id', 'api_key.install_id')
    .select(['api_key.id', 'api_key.workspace_id', 'api_key.install_id', 'api_key.name', 'api_key.scopes'])
    .select(['api_key.start', 'api_key.revoked_at', 'install.state as install_state'])
    .select(
      sql<number>`coalesce(extract(epoch from api_key.expires_at - now()) * 1000, 1e12)::float8`.as(
        'ms_left',
      ),
    )
    .select(
      sql<boolean>`api_key.last_used_at is null or api_key.last_used_at < now() - interval '1 minute'`.as(
        'is_unused',
      ),
    )
    .where('api_key.token_hash', '=', read.hash)
    .executeTakeFirst();
  if (row === undefined) return new ProblemError('key-unknown');
  const code = stateProblem(row);
  const { id: keyId, workspace_id: workspaceId, install_id: installId, name, scopes, start } = row;
  const caller: KeyCaller = { is: 'key', keyId, name, start, workspaceId, scopes, installId };
  const problem = code && new KeyProblem(code, caller);
  if (problem === undefined && row.is_unused) await noteUse(platform, row.id);
  return {
    ids: [keyId, installId],
    answer: problem ?? caller,
    msLeft: problem === undefined ? row.ms_left : memoryMs,
  };
}

interface KeyState {
  readonly revoked_at: string | null;
  readonly install_state: string | null;
  readonly ms_left: number;
}

/** Uninstalling revokes the key as well, but the reason that helps is that the app is gone. */
function stateProblem({ revoked_at, install_state, ms_left }: KeyState): ProblemCode | undefined {
  if (install_state === 'uninstalled') return 'install-gone';
  if (revoked_at !== null) return 'key-revoked';
  if (ms_left <= 0) return 'key-expired';
  return undefined;
}

async function noteUse(platform: Tenants['platform'], keyId: string): Promise<void> {
  await platform
    .updateTable('api_key')
    .set({ last_used_at: sql`now()` })
    .where('id', '=', keyId)
    .execute();
}
