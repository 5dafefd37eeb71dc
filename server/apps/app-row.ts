// The row of a mini-app: held for an edit, and written with its history.
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { personIdOf } from '../people/say-caller.ts';
import type { Context } from '../http/handler.ts';
import { appNotFound } from './app-view.ts';
import type { AppTables } from './tables.ts';

export type AppRow = Selectable<AppTables['app']>;

/**
 * Holds the row until the end of the transaction, so that of two edits at once the second sees the first.
 *
 * @throws ProblemError `not-found`, or `stale-edit` when the draft is at another revision than the caller has seen.
 */
export async function lockApp(tx: Transaction<Tables>, appId: string, revision?: number): Promise<AppRow> {
  const app = await tx
    .selectFrom('app')
    .selectAll()
    .where('id', '=', appId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (app === undefined) throw appNotFound();
  if (revision !== undefined && app.revision !== revision)
    throw new ProblemError('stale-edit', { facts: { revision: app.revision } });
  return app;
}

interface Edit {
  readonly row: AppRow;
  readonly draft: App;
  readonly changes: readonly Change[];
  readonly inverse: readonly Change[];
  /** What the history calls it, where the words of its changes do not say it. */
  readonly note?: string;
}

/** @throws ProblemError `conflict` when another app of the workspace has the draft's name. */
export async function writeDraft(
  tx: Transaction<Tables>,
  context: Context,
  { row, draft, changes, inverse, note }: Edit,
): Promise<void> {
  const revision = row.revision + 1;
  if (draft.name !== row.name) await refuseNameTaken(tx, context.workspaceId, draft.name);
  await tx
    .updateTable('app')
    .set({ name: draft.name, draft: JSON.stringify(draft), revision, updated_at: sql`now()` })
    .where('id', '=', row.id)
    .execute();
  await tx
    .insertInto('app_change')
    .values({
      workspace_id: context.workspaceId,
      app_id: row.id,
      revision,
      changes: JSON.stringify(changes),
      inverse: JSON.stringify(inverse),
      note: note ?? null,
      person_id: personIdOf(context.caller),
    })
    .execute();
}

/** Puts a whole definition in the draft's place, under a name of its own in the history. */
export async function replaceDraft(
  tx: Transaction<Tables>,
  context: Context,
  { row, draft, note }: Pick<Edit, 'row' | 'draft'> & { readonly note: string },
): Promise<void> {
  const edit = {
    changes: [{ is: 'replace', app: draft }],
    inverse: [{ is: 'replace', app: row.draft }],
  } as const;
  await writeDraft(tx, context, { row, draft, note, ...edit });
}

/** The workspace's row is held meanwhile: of two apps that take one name at once, the second sees the first. */
export async function refuseNameTaken(
  tx: Transaction<Tables>,
  workspaceId: string,
  name: string,
): Promise<void> {
  const others = await readNames(tx, workspaceId);
  const other = others.find((app) => app.name === name);
  if (other === undefined) return;
  const free = nameFrom(
    name,
    others.map((app) => app.name),
  );
  throw new ProblemError('conflict', {
    says: `This workspace already has a mini-app "${name}". Open that one and replace its draft, or give this one another name, such as "${free}".`,
    facts: { appId: other.id, freeName: free },
  });
}

/** Holds the workspace's row, so that the names stay as they were read until the end of the transaction. */
export async function readNames(
  tx: Transaction<Tables>,
  workspaceId: string,
): Promise<{ id: string; name: string }[]> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute();
  return tx.selectFrom('app').select(['id', 'name']).execute();
}
