// The draft of a mini-app, kept in step with the server.
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import { appSchema, type App } from '@bellwire/model/app.ts';
import { applyAllToApp } from '@bellwire/model/changes/apply.ts';
import { appChangesBetween } from '@bellwire/model/changes/changes-between.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import { mergeApps } from '@bellwire/model/merge/merge-definition.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Draft, DraftState } from '../draft/draft.ts';
import type { Saved, Unsent } from '../draft/draft-door.ts';
import { keptEdits } from '../draft/kept-edits.ts';
import { sayMerged } from '../draft/say-merged.ts';
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
    for (const stale of ['listApps', 'listAppEdits'] as const)
      void queries.invalidateQueries({ queryKey: operationKey(workspaceId, stale) });
    return savedOf(newest);
  };
  const door = {
    merge: mergeApps,
    between: (from: App, to: App) => appChangesBetween(from, to, stepTypes),
    apply: (app: App, changes: readonly Change[]) => applyAllToApp(app, changes, stepTypes),
    send: async (revision: number, changes: readonly Change[]) =>
      keep(await call('changeApp', { appId, revision, changes: [...changes] })),
    load: async () => keep(await call('getApp', { appId })),
    onMerged: sayMerged,
  };
  return useDraft(savedOf(view), door, keptEdits(`app ${appId}`, readUnsent));
}

function savedOf({ app, revision }: AppView): Saved<App> {
  return { document: app, revision };
}

const unsentSchema = z.object({ base: appSchema, document: appSchema });

function readUnsent(kept: unknown): Unsent<App> | undefined {
  return unsentSchema.safeParse(kept).data;
}
