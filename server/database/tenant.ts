// Kysely over the pool, in two views: the whole platform, or one workspace behind row-level security.
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import type pg from 'pg';
import type { Tables } from './tables.ts';

export interface Tenants {
  /** Sees every workspace: for the engine, the workers and sign-in. Requests of people use `inWorkspace`. */
  readonly platform: Kysely<Tables>;
  /**
   * Runs `work` in one transaction that sees and writes only this workspace's rows, whatever its queries forget.
   *
   * @example
   * const bots = await inWorkspace(session.workspaceId, (tx) => tx.selectFrom('bot').selectAll().execute());
   */
  inWorkspace<Result>(
    workspaceId: string,
    work: (tx: Transaction<Tables>) => Promise<Result>,
  ): Promise<Result>;
}

/**
 * The workspace of an `inWorkspace` transaction. The wall by itself keeps foreign rows out, but no index can be used for its
 * "or"; a query on a table that grows says it again in a way that one can.
 *
 * @example
 * tx.selectFrom('event').where('workspace_id', '=', thisWorkspace).where('id', '=', id)
 */
export const thisWorkspace = sql<string>`current_setting('bellwire.workspace')::uuid`;

export function tenants(pool: pg.Pool): Tenants {
  const platform = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    platform,
    async inWorkspace(workspaceId, work) {
      // Anything else must not reach the setting: '*' would open every workspace.
      if (!uuid.test(workspaceId)) throw new TypeError(`A workspace id is a uuid, not "${workspaceId}".`);
      return platform.transaction().execute(async (tx) => {
        await sql`select set_config('bellwire.workspace', ${workspaceId}, true)`.execute(tx);
        return work(tx);
      });
    },
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
