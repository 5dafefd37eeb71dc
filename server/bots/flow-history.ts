// The history of a flow's draft: listed, one edit taken back, the whole draft as it once was.
import { z } from 'zod';
import type { Transaction } from 'kysely';
import { flowChangeSchema } from '@bellwire/model/changes/flow-change.ts';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { editedFlow } from '@bellwire/model/history/edited.ts';
import type { historyOperations } from '@bellwire/model/operations/history.ts';
import type { Tables } from '../database/tables.ts';
import { editNotFound, revertOrRefuse, stateOfThen } from '../history/go-back.ts';
import { listEdits, readWayBack, type PastOf } from '../history/past.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { getFlowRow, lockFlow, viewFlow, type FlowRow } from './flow-view.ts';
import { writeFlowDraft } from './write-flow-draft.ts';

type Names = 'listFlowEdits' | 'revertFlowEdit' | 'restoreFlow';

export const flowHistoryHandlers: Pick<Handlers<keyof typeof historyOperations>, Names> = {
  async listFlowEdits({ flowId, limit, after }, context) {
    return context.inWorkspace(async (tx) => {
      const flow = await getFlowRow(tx, flowId);
      const page = await listEdits(tx, pastOf(flowId), { limit, after, first: flow.created_at });
      const { published_revision: revision, published_version: version } = flow;
      const rows = page.rows.map((row) => ({
        ...row,
        publishedAs: row.revision === revision ? version : null,
      }));
      return { ...page, rows };
    });
  },

  async revertFlowEdit({ flowId, edit, revision, anyway }, context) {
    await context.inWorkspace(async (tx) => {
      const flow = await lockFlow(tx, flowId, revision);
      if (edit > flow.revision) throw editNotFound();
      const draft = revertOrRefuse(flow.draft, await wayBack(tx, flowId, edit, true), editedFlow, anyway);
      await replaceSteps(tx, context, { flow, draft, note: `Took back edit ${edit}` });
    });
    return viewFlow(context, flowId);
  },

  async restoreFlow({ flowId, revision, to }, context) {
    await context.inWorkspace(async (tx) => {
      const flow = await lockFlow(tx, flowId, revision);
      if (to.edit > flow.revision) throw editNotFound();
      const draft = stateOfThen(flow.draft, await wayBack(tx, flowId, to.edit, false), editedFlow);
      await replaceSteps(tx, context, { flow, draft, note: `Restored the draft of edit ${to.edit}` });
    });
    return viewFlow(context, flowId);
  },
};

function pastOf(flowId: string): PastOf {
  return { table: 'flow_change', column: 'flow_id', id: flowId };
}

async function wayBack(
  tx: Transaction<Tables>,
  flowId: string,
  edit: number,
  andIt: boolean,
): Promise<FlowChange[][] | undefined> {
  const back = await readWayBack(tx, pastOf(flowId), { edit, andIt });
  return z.array(z.array(flowChangeSchema)).safeParse(back).data;
}

async function replaceSteps(
  tx: Transaction<Tables>,
  context: Context,
  { flow, draft, note }: { flow: FlowRow; draft: FlowGraph; note: string },
): Promise<void> {
  const edit = {
    changes: [{ is: 'replace-steps', start: draft.start, steps: draft.steps }],
    inverse: [{ is: 'replace-steps', start: flow.draft.start, steps: flow.draft.steps }],
  } as const;
  await writeFlowDraft(tx, context, { flow, draft, note, ...edit });
}
