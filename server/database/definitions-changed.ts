// Tells every worker that what it remembers of a workspace's definitions is out of date.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The channel that workers listen on; the payload is the id of the workspace. */
export const definitionsChannel = 'bellwire_definitions';

/** Part of the transaction that changes them: workers hear of it when it commits, and never of a change that was undone. */
export async function definitionsChanged(tx: Kysely<Tables>, workspaceId: string): Promise<void> {
  await sql`select pg_notify(${definitionsChannel}, ${workspaceId})`.execute(tx);
}
