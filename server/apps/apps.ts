// The mini-apps of a workspace: listed, made, shown, removed.
import type { Transaction } from 'kysely';
import { appSchema, emptyApp, type App } from '@bellwire/model/app.ts';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { CheckedInputOf } from '@bellwire/model/operations/all.ts';
import type { appOperations } from '@bellwire/model/operations/apps.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readBy } from '@bellwire/model/reading.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { complaintAt } from '../http/complaint-view.ts';
import { lockApp, readNames, refuseNameTaken } from './app-row.ts';
import { readSummaries, viewDraft } from './app-view.ts';

export const appRowHandlers: Pick<
  Handlers<keyof typeof appOperations>,
  'listApps' | 'createApp' | 'getApp' | 'deleteApp'
> = {
  async listApps(_input, context) {
    return { rows: await readSummaries(context) };
  },

  async createApp(input, context) {
    const id = uuidV7();
    await context.inWorkspace(async (tx) => {
      const draft = await newDraft(tx, context.workspaceId, input);
      await refuseNameTaken(tx, context.workspaceId, draft.name);
      await tx
        .insertInto('app')
        .values({ id, workspace_id: context.workspaceId, name: draft.name, draft: JSON.stringify(draft) })
        .execute();
    });
    return viewDraft(context, id);
  },

  async getApp({ appId }, context) {
    return viewDraft(context, appId);
  },

  async deleteApp({ appId }, context) {
    await context.inWorkspace((tx) => lockApp(tx, appId));
    // The installs of other workspaces count as well, and only the platform sees them.
    return context.tenants.platform.transaction().execute(async (tx) => {
      await refuseWhileInstalled(tx, appId);
      await tx
        .deleteFrom('app')
        .where('id', '=', appId)
        .where('workspace_id', '=', context.workspaceId)
        .execute();
      return {};
    });
  },
};

async function newDraft(
  tx: Transaction<Tables>,
  workspaceId: string,
  { label, name, definition }: CheckedInputOf<'createApp'>,
): Promise<App> {
  if (definition !== undefined)
    return readDefinition(definition, {
      ...(label === undefined ? {} : { label }),
      ...(name === undefined ? {} : { name }),
    });
  if (label === undefined) {
    throw new ProblemError('bad-input', {
      complaints: [
        { path: ['label'], says: 'A label for the new mini-app is expected, or a whole definition.' },
      ],
    });
  }
  const taken = (await readNames(tx, workspaceId)).map((app) => app.name);
  return emptyApp(name ?? nameFrom(label, taken), label);
}

function readDefinition(definition: Json, over: Partial<Pick<App, 'name' | 'label'>>): App {
  const reading = readBy(appSchema, isJsonObject(definition) ? { ...definition, ...over } : definition);
  if (reading.ok) return reading.value;
  throw new ProblemError('bad-input', {
    complaints: reading.complaints.map((complaint) => complaintAt(['definition'], complaint)),
  });
}

/** Uninstalled ones too: their subscriptions and events still tell the app's name. */
async function refuseWhileInstalled(tx: Transaction<Tables>, appId: string): Promise<void> {
  // Held, so that nobody installs it meanwhile.
  await tx.selectFrom('app').select('id').where('id', '=', appId).forUpdate().execute();
  const installs = await tx.selectFrom('install').select('state').where('app_id', '=', appId).execute();
  if (installs.length === 0) return;
  const live = installs.filter((install) => install.state !== 'uninstalled').length;
  const says =
    live > 0
      ? `It is installed ${live === 1 ? 'once' : `${live} times`}. Uninstall it first, or publish it as private, so that nobody else finds it.`
      : 'It was installed, and the events of that time still tell of it, so it is kept. Publish it as private, so that nobody finds it.';
  throw new ProblemError('conflict', { says, facts: { installs: live } });
}
