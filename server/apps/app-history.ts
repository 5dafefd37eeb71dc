// The history of a mini-app's draft: listed, one edit taken back, the whole draft as it once was.
import type { Transaction } from 'kysely';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import type { App } from '@bellwire/model/app.ts';
import { editedApp } from '@bellwire/model/history/edited.ts';
import type { CheckedInputOf } from '@bellwire/model/operations/all.ts';
import type { historyOperations } from '@bellwire/model/operations/history.ts';
import type { Tables } from '../database/tables.ts';
import { editNotFound, revertOrRefuse, stateOfThen } from '../history/go-back.ts';
import { listEdits, readWayBack, type PastOf } from '../history/past.ts';
import type { Handlers } from '../http/handler.ts';
import { lockApp, replaceDraft, type AppRow } from './app-row.ts';
import { appNotFound, viewDraft } from './app-view.ts';

type Names = 'listAppEdits' | 'revertAppEdit' | 'restoreApp';

const edited = editedApp(checkTools.stepTypes);

export const appHistoryHandlers: Pick<Handlers<keyof typeof historyOperations>, Names> = {
  async listAppEdits({ appId, limit, after }, context) {
    return context.inWorkspace(async (tx) => {
      const app = await tx.selectFrom('app').select('created_at').where('id', '=', appId).executeTakeFirst();
      if (app === undefined) throw appNotFound();
      const page = await listEdits(tx, pastOf(appId), { limit, after, first: app.created_at });
      const versions = await tx
        .selectFrom('app_version')
        .select(['number', 'revision'])
        .where('app_id', '=', appId)
        .orderBy('number')
        .execute();
      const numbers = new Map(versions.map(({ number, revision }) => [revision, number]));
      return {
        ...page,
        rows: page.rows.map((row) => ({ ...row, publishedAs: numbers.get(row.revision) ?? null })),
      };
    });
  },

  async revertAppEdit({ appId, edit, revision, anyway }, context) {
    await context.inWorkspace(async (tx) => {
      const row = await lockApp(tx, appId, revision);
      if (edit > row.revision) throw editNotFound();
      const back = await readWayBack(tx, pastOf(appId), { edit, andIt: true });
      const draft = revertOrRefuse(row.draft, back, edited, anyway);
      await replaceDraft(tx, context, { row, draft, note: `Took back edit ${edit}` });
    });
    return viewDraft(context, appId);
  },

  async restoreApp({ appId, revision, to }, context) {
    await context.inWorkspace(async (tx) => {
      const row = await lockApp(tx, appId, revision);
      const draft = await stateOf(tx, row, to);
      const then = 'version' in to ? `version ${to.version}` : `edit ${to.edit}`;
      await replaceDraft(tx, context, { row, draft, note: `Restored the draft of ${then}` });
    });
    return viewDraft(context, appId);
  },
};

function pastOf(appId: string): PastOf {
  return { table: 'app_change', column: 'app_id', id: appId };
}

async function stateOf(
  tx: Transaction<Tables>,
  { id, draft, revision }: AppRow,
  to: CheckedInputOf<'restoreApp'>['to'],
): Promise<App> {
  if ('edit' in to) {
    if (to.edit > revision) throw editNotFound();
    return stateOfThen(draft, await readWayBack(tx, pastOf(id), { edit: to.edit, andIt: false }), edited);
  }
  const versions = tx.selectFrom('app_version').select('definition').where('app_id', '=', id);
  const version = await versions.where('number', '=', to.version).executeTakeFirst();
  if (version === undefined) throw appNotFound();
  return version.definition;
}
