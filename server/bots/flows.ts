// The flows of a bot: listed, made, renamed, removed.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { emptyFlow } from '@bellwire/model/flow.ts';
import type { flowOperations } from '@bellwire/model/operations/flows.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import { getBot } from './bots.ts';
import { getFlowRow, summariseFlow, viewFlow } from './flow-view.ts';
import { readStarters } from './starters.ts';

type FlowNames = 'listFlows' | 'createFlow' | 'getFlow' | 'updateFlow' | 'deleteFlow';

export const flowHandlers: Pick<Handlers<keyof typeof flowOperations>, FlowNames> = {
  async listFlows({ botId }, context) {
    const installs = await installedApps(context);
    return context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      const flows = await tx
        .selectFrom('flow')
        .selectAll()
        .where('bot_id', '=', botId)
        .orderBy('name')
        .execute();
      const starters = await readStarters(tx, botId);
      return { rows: flows.map((flow) => summariseFlow(flow, starters, installs)) };
    });
  },

  async createFlow({ botId, name, kind = 'flow', keywords, graph }, context) {
    const id = uuidV7();
    await context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      await refuseNameTaken(tx, botId, name);
      await refuseKeywordsTaken(tx, botId, id, keywords);
      const draft = JSON.stringify(graph ?? emptyFlow);
      await tx
        .insertInto('flow')
        .values({ id, workspace_id: context.workspaceId, bot_id: botId, name, kind, keywords, draft })
        .execute();
    });
    return viewFlow(context, id);
  },

  async getFlow({ flowId }, context) {
    return viewFlow(context, flowId);
  },

  async updateFlow({ flowId, name, keywords }, context) {
    await context.inWorkspace(async (tx) => {
      const flow = await getFlowRow(tx, flowId);
      if (name !== undefined && name !== flow.name) await refuseNameTaken(tx, flow.bot_id, name);
      if (keywords !== undefined) await refuseKeywordsTaken(tx, flow.bot_id, flowId, keywords);
      await tx
        .updateTable('flow')
        .set({ name, keywords, updated_at: sql`now()` })
        .where('id', '=', flowId)
        .execute();
      await definitionsChanged(tx, context.workspaceId);
    });
    return viewFlow(context, flowId);
  },

  async deleteFlow({ flowId }, context) {
    return context.inWorkspace(async (tx) => {
      const flow = await getFlowRow(tx, flowId);
      await refuseWhileStarted(tx, flowId, flow.name);
      await tx.deleteFrom('flow').where('id', '=', flowId).execute();
      await definitionsChanged(tx, context.workspaceId);
      return {};
    });
  },
};

/** The bot's row is held meanwhile: of two flows made at once with one name, the second sees the first. */
async function refuseNameTaken(tx: Transaction<Tables>, botId: string, name: string): Promise<void> {
  await tx.selectFrom('bot').select('id').where('id', '=', botId).forNoKeyUpdate().execute();
  const other = await tx
    .selectFrom('flow')
    .select('id')
    .where('bot_id', '=', botId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (other === undefined) return;
  throw new ProblemError('conflict', {
    says: `The bot already has a flow called "${name}". Choose another name, or change that flow.`,
    facts: { flowId: other.id },
  });
}

/** A contact's word can start one flow only; upper and lower case make no difference to a contact. */
async function refuseKeywordsTaken(
  tx: Transaction<Tables>,
  botId: string,
  flowId: string,
  keywords: readonly string[],
): Promise<void> {
  const flows = await tx
    .selectFrom('flow')
    .select(['id', 'name', 'keywords'])
    .where('bot_id', '=', botId)
    .execute();
  const complaints = keywords.flatMap((keyword, index) => {
    const word = keyword.toLowerCase();
    const other = flows.find(
      (flow) => flow.id !== flowId && flow.keywords.some((taken) => taken.toLowerCase() === word),
    );
    if (other === undefined) return [];
    return [
      {
        path: ['keywords', index],
        says: `The keyword "${keyword}" already starts the flow "${other.name}". Remove it there first, or take another word.`,
      },
    ];
  });
  if (complaints.length > 0) throw new ProblemError('bad-input', { complaints });
}

async function refuseWhileStarted(tx: Transaction<Tables>, flowId: string, name: string): Promise<void> {
  const starters = await tx.selectFrom('subscription').select('id').where('flow_id', '=', flowId).execute();
  if (starters.length === 0) return;
  throw new ProblemError('conflict', {
    says: `${starters.length === 1 ? 'A subscription starts' : `${starters.length} subscriptions start`} the flow "${name}". Give them another flow, or remove them first.`,
    facts: { subscriptionIds: starters.map((starter) => starter.id) },
  });
}
