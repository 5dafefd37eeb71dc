// Sessions of people who signed in: opened, found by their token, and closed. They last thirty days after their last use.
import { sql } from 'kysely';
import type { Tenants } from '../database/tenant.ts';
import type { PersonCaller } from './caller.ts';
import { createToken, readToken } from './token.ts';

export interface Sessions {
  /** @returns The token for the cookie; only its hash is kept. */
  open(personId: string): Promise<string>;
  close(token: string): Promise<void>;
  /**
   * @param workspaceId The workspace that the person wants to work in; null for the one they joined first.
   * @returns Undefined where there is no such session. Without a membership, workspace and role are null.
   */
  find(token: string, workspaceId: string | null): Promise<PersonCaller | undefined>;
}

const end = sql<string>`now() + interval '30 days'`;

export function createSessions({ platform }: Pick<Tenants, 'platform'>): Sessions {
  return {
    async open(personId) {
      const { token, hash } = createToken('ses');
      await platform
        .insertInto('session')
        .values({ token_hash: hash, person_id: personId, expires_at: end })
        .execute();
      return token;
    },
    async close(token) {
      const read = readToken(token, 'ses');
      if (read.is === 'token')
        await platform.deleteFrom('session').where('token_hash', '=', read.hash).execute();
    },
    async find(token, workspaceId) {
      const read = readToken(token, 'ses');
      if (read.is === 'refused') return undefined;
      const row = await readSession(platform, read.hash, workspaceId).executeTakeFirst();
      if (row === undefined) return undefined;
      if (row.is_unused) await prolong(platform, read.hash);
      return {
        is: 'person',
        personId: row.id,
        name: row.name,
        workspaceId: row.workspace_id,
        role: row.role,
      };
    },
  };
}

function readSession(platform: Tenants['platform'], hash: Buffer, workspaceId: string | null) {
  return platform
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('member')
          .select(['member.workspace_id', 'member.role'])
          .whereRef('member.person_id', '=', 'person.id')
          .$if(workspaceId !== null, (query) => query.where('member.workspace_id', '=', workspaceId))
          .orderBy('member.joined_at')
          .orderBy('member.workspace_id')
          .limit(1)
          .as('membership'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.name', 'membership.workspace_id', 'membership.role'])
    .select(sql<boolean>`session.last_used_at < now() - interval '1 minute'`.as('is_unused'))
    .where('session.token_hash', '=', hash)
    .where('session.expires_at', '>', sql<string>`now()`);
}

/** Not at every request: a page asks for several things at once, and each would write the same row. */
async function prolong(platform: Tenants['platform'], hash: Buffer): Promise<void> {
  await platform
    .updateTable('session')
    .set({ last_used_at: sql`now()`, expires_at: end })
    .where('token_hash', '=', hash)
    .execute();
}
