// Says for which key a token stands, and why one no longer opens anything; remembers keys for two seconds.
import { sql } from 'kysely';
import { ProblemError, type ProblemCode } from '@bellwire/model/problem.ts';
import type { Tenants } from '../database/tenant.ts';
import type { KeyCaller } from './caller.ts';
import { readToken } from './token.ts';

export interface KeyRing {
  /**
   * At once where the key is remembered, which it is under load; a promise where the database has to be
   * asked.
   */
  keyCaller(token: string): KeyAnswer | Promise<KeyAnswer>;
  /**
   * From now on this process asks the database again. To be called after the commit. Other processes follow
   * within two seconds.
   */
  forget(gone: { readonly keyId: string } | { readonly installId: string }): void;
}

export type KeyAnswer = KeyCaller | ProblemError;

/** A key that is known but opens nothing any more: what it was tells whose story the refusal belongs in. */
export class KeyProblem extends ProblemError {
  readonly key: Pick<KeyCaller, 'workspaceId' | 'installId' | 'name' | 'start'>;

  constructor(code: ProblemCode, key: KeyProblem['key']) {
    super(code);
    this.key = key;
  }
}

const memoryMs = 2000;
const mostRemembered = 10_000;

export function createKeyRing({ platform }: Pick<Tenants, 'platform'>): KeyRing {
  const remembered = new Map<string, { found: FoundKey; until: number }>();
  const asked = new Map<string, Promise<KeyAnswer>>();
  let timesForgotten = 0;

  async function ask(token: string): Promise<KeyAnswer> {
    const before = timesForgotten;
    const found = await findKey(platform, token);
    if (found instanceof ProblemError) return found;
    // What was read before something was forgotten may be what was to be forgotten.
    if (before === timesForgotten) {
      const [oldest] = remembered.keys();
      if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
      remembered.set(token, { found, until: Date.now() + Math.min(memoryMs, found.msLeft) });
    }
    return found.answer;
  }

  return {
    keyCaller(token) {
      const known = remembered.get(token);
      if (known !== undefined && known.until > Date.now()) return known.found.answer;
      remembered.delete(token);
      const waiting = asked.get(token) ?? ask(token).finally(() => asked.delete(token));
      asked.set(token, waiting);
      return waiting;
    },
    forget(gone) {
      timesForgotten += 1;
      asked.clear();
      for (const [token, { found }] of remembered) {
        if ('keyId' in gone ? found.keyId === gone.keyId : found.installId === gone.installId)
          remembered.delete(token);
      }
    },
  };
}

interface FoundKey {
  readonly keyId: string;
  readonly installId: string | null;
  readonly answer: KeyAnswer;
  /** Until it expires. */
  readonly msLeft: number;
}

/**
 * A problem where there is no such key: those are not remembered, or guessing would drive the real ones out.
 */
async function findKey(platform: Tenants['platform'], token: string): Promise<FoundKey | ProblemError> {
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
  const problem =
    code &&
    new KeyProblem(code, {
      workspaceId: row.workspace_id,
      installId: row.install_id,
      name: row.name,
      start: row.start,
    });
  if (problem === undefined && row.is_unused) await noteUse(platform, row.id);
  const { id: keyId, workspace_id: workspaceId, install_id: installId, name, scopes, start } = row;
  const caller: KeyCaller = { is: 'key', keyId, name, start, workspaceId, scopes, installId };
  return {
    keyId,
    installId,
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
