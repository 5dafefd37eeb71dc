// Makes sure that an app is of the workspace that asks, before the platform is asked about it.
import type { Context } from '../http/handler.ts';
import { appNotFound } from './app-view.ts';

/** The platform sees every workspace: what it is asked next has to be about an app of this one. */
export async function requireOwnApp(context: Context, appId: string): Promise<void> {
  const own = await context.inWorkspace((tx) =>
    tx
      .selectFrom('app')
      .select('id')
      .where('id', '=', appId)
      .where('workspace_id', '=', context.workspaceId)
      .executeTakeFirst(),
  );
  if (own === undefined) throw appNotFound();
}
