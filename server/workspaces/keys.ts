// The API keys that people make for their workspace; the keys of installs are the installs' own.
import { sql } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { createToken } from '../people/token.ts';

export const keyHandlers: Handlers<'listKeys' | 'createKey' | 'revokeKey'> = {
  listKeys: (_input, { inWorkspace, workspaceId }) =>
    inWorkspace(async (tx) => ({
      rows: await tx
        .selectFrom('api_key')
        .select(keyColumns)
        .where('workspace_id', '=', workspaceId)
        .where('install_id', 'is', null)
        .where('revoked_at', 'is', null)
        .orderBy('id', 'desc')
        .execute(),
    })),

  async createKey({ name, scopes, expiresAt = null }, { inWorkspace, workspaceId }) {
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) {
      const says = 'This time is over. Choose one in the future, or none.';
      throw new ProblemError('bad-input', { complaints: [{ path: ['expiresAt'], says }] });
    }
    const { token, hash, start } = createToken('key');
    const view = await inWorkspace((tx) =>
      tx
        .insertInto('api_key')
        .values({
          id: uuidV7(),
          workspace_id: workspaceId,
          install_id: null,
          name,
          scopes: [...new Set(scopes)],
          token_hash: hash,
          start,
          expires_at: expiresAt,
        })
        .returning(keyColumns)
        .executeTakeFirstOrThrow(),
    );
    return { key: token, view };
  },

  async revokeKey({ keyId }, { inWorkspace, workspaceId, keys }) {
    const { numUpdatedRows } = await inWorkspace((tx) =>
      tx
        .updateTable('api_key')
        .set({ revoked_at: sql`now()` })
        .where('id', '=', keyId)
        .where('workspace_id', '=', workspaceId)
        .where('install_id', 'is', null)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    if (numUpdatedRows === 0n) {
      throw new ProblemError('not-found', { says: 'There is no such key, or it is already revoked.' });
    }
    keys.forget({ keyId });
    return {};
  },
};

const keyColumns = [
  'id',
  'name',
  'scopes',
  'start',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
] as const;
