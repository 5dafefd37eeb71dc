// The handlers of imports and comparisons: what would become of a text, and what became of a draft.
import { canonicalText } from '@bellwire/model/canonical.ts';
import { differ, type AppDifference } from '@bellwire/model/difference/differ.ts';
import type { App } from '@bellwire/model/app.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { importOperations } from '@bellwire/model/operations/imports.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { appNotFound, complaintsOf } from '../apps/app-view.ts';
import { viewComplaint } from '../http/complaint-view.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { mergeApp } from './merge-app.ts';
import { readImport } from './read-import.ts';

export const importHandlers: Handlers<keyof typeof importOperations> = {
  async previewImport({ text, appId, choose }, context) {
    const { draft, names } = await readApps(context, appId);
    const found = readImport(text, choose);
    const made = draft === undefined || found.kind.replaces === true ? found : mergeApp(draft, found);
    if ('ok' in made && !made.ok) throw new ProblemError('bad-input', { complaints: made.complaints });
    return {
      found: found.found,
      app: made.app,
      text: canonicalText(made.app),
      complaints: complaintsOf(made.app).map(viewComplaint),
      notes: [...made.notes],
      choices: [...(made.choices ?? [])],
      difference: draft === undefined ? null : viewDifference(differ(draft, made.app)),
      freeName: nameFrom(made.app.name, names),
    };
  },

  async compareApp({ appId, from, to }, context) {
    return context.inWorkspace(async (tx) => {
      const versions = await tx
        .selectFrom('app_version')
        .select(['number', 'definition'])
        .where('app_id', '=', appId)
        .where('number', 'in', to === undefined ? [from] : [from, to])
        .execute();
      const app = await tx.selectFrom('app').select('draft').where('id', '=', appId).executeTakeFirst();
      if (app === undefined) throw appNotFound();
      const version = (number: number): App => {
        const found = versions.find((one) => one.number === number);
        if (found === undefined)
          throw new ProblemError('not-found', { says: `This mini-app has no version ${number}.` });
        return found.definition;
      };
      return viewDifference(differ(version(from), to === undefined ? app.draft : version(to)));
    });
  },
};

async function readApps(context: Context, appId: string | undefined) {
  const apps = await context.inWorkspace((tx) =>
    tx.selectFrom('app').select(['id', 'name', 'draft']).execute(),
  );
  const draft = apps.find(({ id }) => id === appId)?.draft;
  if (appId !== undefined && draft === undefined) throw appNotFound();
  return { draft, names: apps.map(({ name }) => name) };
}

function viewDifference({ changes, meanings }: AppDifference): OutputOf<'compareApp'> {
  return {
    changes: changes.map((change) => ({ ...change, details: [...change.details] })),
    meanings: [...meanings],
  };
}
