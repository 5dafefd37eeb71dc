// Writes a new workspace and its first owner.
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';

/** @returns The id of the new workspace. */
export async function insertWorkspace(
  tx: Transaction<Tables>,
  name: string,
  ownerId: string,
): Promise<string> {
  const id = uuidV7();
  await tx.insertInto('workspace').values({ id, name }).execute();
  await tx.insertInto('member').values({ workspace_id: id, person_id: ownerId, role: 'owner' }).execute();
  return id;
}
