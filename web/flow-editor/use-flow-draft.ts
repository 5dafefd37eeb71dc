// The draft of a bot's flow, kept in step with the server.
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import { flowChangesBetween } from '@bellwire/model/changes/changes-between.ts';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import { flowGraphSchema, type FlowGraph } from '@bellwire/model/flow.ts';
import { mergeFlows } from '@bellwire/model/merge/merge-definition.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Draft, DraftState } from '../draft/draft.ts';
import type { Saved, Unsent } from '../draft/draft-door.ts';
import { keptEdits } from '../draft/kept-edits.ts';
import { sayMerged } from '../draft/say-merged.ts';
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
    void queries.invalidateQueries({ queryKey: operationKey(workspaceId, 'listFlowEdits') });
    return savedOf(view);
  };
  const door = {
    apply: applyAllToFlow,
    merge: mergeFlows,
    between: flowChangesBetween,
    send: async (revision: number, changes: readonly FlowChange[]) =>
      keep(await call('changeFlow', { flowId, revision, changes: [...changes] })),
    load: async () => keep(await call('getFlow', { flowId })),
    onMerged: sayMerged,
  };
  return useDraft(savedOf(flow), door, keptEdits(`flow ${flowId}`, readUnsent));
}

function savedOf({ graph, revision }: FlowView): Saved<FlowGraph> {
  return { document: graph, revision };
}

const unsentSchema = z.object({ base: flowGraphSchema, document: flowGraphSchema });

function readUnsent(kept: unknown): Unsent<FlowGraph> | undefined {
  return unsentSchema.safeParse(kept).data;
}
