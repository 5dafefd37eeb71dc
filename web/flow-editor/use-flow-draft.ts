// The draft of a bot's flow, kept in step with the server.
import { useQueryClient } from '@tanstack/react-query';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { sayStale } from '../draft/say-stale.ts';
import type { Draft, DraftDoor, DraftState, Saved } from '../draft/draft.ts';
import { useDraft } from '../draft/use-draft.ts';
import { callerFor } from '../server-state/caller.ts';
import { operationKey } from '../server-state/operation-key.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';

type FlowView = OutputOf<'getFlow'>;

/**
 * @param flow the answer of `getFlow`; it is kept up to date with each save, its complaints too.
 * @example const [{ document, saving }, draft] = useFlowDraft(flow);
 */
export function useFlowDraft(flow: FlowView): readonly [DraftState<FlowGraph>, Draft<FlowGraph, FlowChange>] {
  const workspaceId = useWorkspaceId();
  const queries = useQueryClient();
  const call = callerFor(workspaceId);
  const flowId = flow.id;
  const keep = (view: FlowView): Saved<FlowGraph> => {
    queries.setQueryData(operationKey(workspaceId, 'getFlow', { flowId }), view);
    return savedOf(view);
  };
  const door: DraftDoor<FlowGraph, FlowChange> = {
    apply: applyAllToFlow,
    send: async (revision, changes) =>
      keep(await call('changeFlow', { flowId, revision, changes: [...changes] })),
    load: async () => keep(await call('getFlow', { flowId })),
    onStale: sayStale,
  };
  return useDraft(savedOf(flow), door);
}

function savedOf({ graph, revision }: FlowView): Saved<FlowGraph> {
  return { document: graph, revision };
}
