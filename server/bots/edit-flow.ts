// Editing a flow's draft by changes, and freezing it as the version that runs.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { applyAllToFlow } from '@bellwire/model/changes/apply.ts';
import type { flowOperations } from '@bellwire/model/operations/flows.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { complaintAt } from '../http/complaint-view.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import { checkDraft } from './flow-surroundings.ts';
import type { FlowRow } from './flow-view.ts';
import { lockFlow, viewFlow } from './flow-view.ts';
import { writeFlowDraft } from './write-flow-draft.ts';

export const flowEditHandlers: Pick<Handlers<keyof typeof flowOperations>, 'changeFlow' | 'publishFlow'> = {
  async changeFlow({ flowId, revision, changes }, context) {
    await context.inWorkspace(async (tx) => {
      const flow = await lockFlow(tx, flowId, revision);
      const applied = applyAllToFlow(flow.draft, changes);
      if (!applied.ok)
        throw new ProblemError('bad-input', { complaints: [complaintAt(['changes'], applied.complaint)] });
      await writeFlowDraft(tx, context, { flow, draft: applied.value, changes, inverse: applied.inverse });
    });
    return viewFlow(context, flowId);
  },

  async publishFlow({ flowId, revision }, context) {
    const installs = await installedApps(context);
    await context.inWorkspace(async (tx) => {
      const flow = await lockFlow(tx, flowId, revision);
      const complaints = await checkDraft(tx, flow, installs);
      const problems = complaints.filter((complaint) => complaint.level !== 'warning');
      if (problems.length > 0) throw new ProblemError('not-publishable', { complaints: problems });
      await freeze(tx, flow);
      await definitionsChanged(tx, context.workspaceId);
    });
    return viewFlow(context, flowId);
  },
};

async function freeze(tx: Transaction<Tables>, flow: FlowRow): Promise<void> {
  const version = (flow.published_version ?? 0) + 1;
  await tx
    .insertInto('flow_version')
    .values({ workspace_id: flow.workspace_id, flow_id: flow.id, version, graph: JSON.stringify(flow.draft) })
    .execute();
  await tx
    .updateTable('flow')
    .set({ published_version: version, published_revision: flow.revision, updated_at: sql`now()` })
    .where('id', '=', flow.id)
    .execute();
}
