// The draft of a mini-app, kept in step with the server.
import { useQueryClient } from '@tanstack/react-query';
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import type { App } from '@bellwire/model/app.ts';
import { applyAllToApp } from '@bellwire/model/changes/apply.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Draft, DraftDoor, DraftState, Saved } from '../draft/draft.ts';
import { sayStale } from '../draft/say-stale.ts';
import { useDraft } from '../draft/use-draft.ts';
import { callerFor } from '../server-state/caller.ts';
import { operationKey } from '../server-state/operation-key.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';

export type AppView = OutputOf<'getApp'>;

export function useAppDraft(view: AppView): readonly [DraftState<App>, Draft<App, Change>] {
  const workspaceId = useWorkspaceId();
  const queries = useQueryClient();
  const call = callerFor(workspaceId);
  const appId = view.id;
  const keep = (newest: AppView): Saved<App> => {
    queries.setQueryData(operationKey(workspaceId, 'getApp', { appId }), newest);
    void queries.invalidateQueries({ queryKey: operationKey(workspaceId, 'listApps') });
    return savedOf(newest);
  };
  const door: DraftDoor<App, Change> = {
    apply: (app, changes) => applyAllToApp(app, changes, stepTypes),
    send: async (revision, changes) =>
      keep(await call('changeApp', { appId, revision, changes: [...changes] })),
    load: async () => keep(await call('getApp', { appId })),
    onStale: sayStale,
  };
  return useDraft(savedOf(view), door);
}

function savedOf({ app, revision }: AppView): Saved<App> {
  return { document: app, revision };
}
