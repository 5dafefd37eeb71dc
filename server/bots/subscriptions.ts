// The subscriptions of a bot: which trigger of which install starts which flow.
import type { Transaction } from 'kysely';
import { checkCondition } from '@bellwire/engine/language/condition.ts';
import type { Condition } from '@bellwire/model/condition.ts';
import type { subscriptionOperations } from '@bellwire/model/operations/subscriptions.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import { complaintAt } from '../http/complaint-view.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import { getBot } from './bots.ts';
import { checkMappings, noTrigger } from './check-subscription.ts';
import { getSubscriptionRow, viewSubscription, viewSubscriptions } from './subscription-view.ts';
import { readUserFields } from './user-fields.ts';

export const subscriptionHandlers: Handlers<keyof typeof subscriptionOperations> = {
  async listSubscriptions({ botId }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      return tx.selectFrom('subscription').selectAll().where('bot_id', '=', botId).orderBy('id').execute();
    });
    return { rows: await viewSubscriptions(context, rows) };
  },

  async createSubscription({ botId, installId, trigger, enabled, filter, note, mappings, flowId }, context) {
    const [install] = await installedApps(context, { ids: [installId], live: true });
    const id = uuidV7();
    await context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      await refuseWrong(tx, { botId, install, trigger, filter, mappings, flowId });
      await tx
        .insertInto('subscription')
        .values({
          id,
          workspace_id: context.workspaceId,
          bot_id: botId,
          install_id: installId,
          trigger,
          enabled,
          note,
          flow_id: flowId,
          filter: storedFilter(filter),
          mappings: JSON.stringify(mappings),
        })
        .execute();
      await definitionsChanged(tx, context.workspaceId);
    });
    return viewSubscription(context, id);
  },

  async updateSubscription({ subscriptionId, installId, enabled, filter, note, mappings, flowId }, context) {
    const before = await context.inWorkspace((tx) => getSubscriptionRow(tx, subscriptionId));
    const install = await installFor(context, before, installId);
    await context.inWorkspace(async (tx) => {
      const { bot_id: botId, trigger } = before;
      // What is not changed is not checked: a subscription whose app is gone can still be renamed or switched off.
      if (mappings !== undefined || installId !== undefined)
        await refuseWrong(tx, { botId, install, trigger, mappings: mappings ?? before.mappings });
      await refuseWrong(tx, { botId, filter, flowId });
      const set = {
        install_id: installId,
        enabled,
        note,
        flow_id: flowId,
        filter: filter === undefined ? undefined : storedFilter(filter),
        mappings: mappings === undefined ? undefined : JSON.stringify(mappings),
      };
      if (Object.values(set).every((value) => value === undefined)) return;
      await tx.updateTable('subscription').set(set).where('id', '=', subscriptionId).execute();
      await definitionsChanged(tx, context.workspaceId);
    });
    return viewSubscription(context, subscriptionId);
  },

  async deleteSubscription({ subscriptionId }, context) {
    return context.inWorkspace(async (tx) => {
      await getSubscriptionRow(tx, subscriptionId);
      await tx.deleteFrom('subscription').where('id', '=', subscriptionId).execute();
      await definitionsChanged(tx, context.workspaceId);
      return {};
    });
  },
};

/** A subscription stays with its app: another app's trigger of the same name would mean something else. */
async function installFor(
  context: Context,
  before: { readonly install_id: string },
  installId: string | undefined,
): Promise<InstalledApp | undefined> {
  const [current] = await installedApps(context, { ids: [before.install_id] });
  if (installId === undefined || installId === before.install_id) return current;
  const [other] = await installedApps(context, { ids: [installId], live: true });
  if (other === undefined || other.app_id === current?.app_id) return other;
  const says = `This is an install of ${other.app.label}, and the subscription listens to ${current?.app.label ?? 'another app'}. Choose another install of the same app.`;
  throw new ProblemError('bad-input', { complaints: [{ path: ['installId'], says }] });
}

interface Wanted {
  readonly botId: string;
  readonly install?: InstalledApp | undefined;
  readonly trigger?: string;
  readonly filter?: Condition | null | undefined;
  readonly mappings?: readonly ItemMapping[];
  readonly flowId?: string | undefined;
}

const noFilter: Condition = { match: 'all', clauses: [] };

async function refuseWrong(tx: Transaction<Tables>, wanted: Wanted): Promise<void> {
  const filter = checkCondition(wanted.filter ?? noFilter).map((complaint) =>
    complaintAt(['filter'], complaint),
  );
  const complaints = [...(await checkListening(tx, wanted)), ...filter, ...(await checkFlowOf(tx, wanted))];
  if (complaints.length > 0) throw new ProblemError('bad-input', { complaints });
}

async function checkListening(
  tx: Transaction<Tables>,
  { botId, install, trigger, mappings }: Wanted,
): Promise<Complaint[]> {
  if (trigger === undefined) return [];
  if (install === undefined) {
    return [
      {
        path: ['installId'],
        says: 'This workspace has no such install. Choose one of the installed apps, or install the app first.',
      },
    ];
  }
  const declared = install.app.triggers.find((candidate) => candidate.name === trigger);
  if (declared === undefined) return [{ path: ['trigger'], says: noTrigger(trigger, install.app) }];
  const userFields = await readUserFields(tx, botId);
  return checkMappings(mappings ?? [], { app: install.app, trigger: declared, userFields });
}

async function checkFlowOf(tx: Transaction<Tables>, { botId, flowId }: Wanted): Promise<Complaint[]> {
  if (flowId === undefined) return [];
  const flow = await tx.selectFrom('flow').select('bot_id').where('id', '=', flowId).executeTakeFirst();
  if (flow?.bot_id === botId) return [];
  const says = flow === undefined ? 'There is no such flow.' : 'This flow belongs to another bot.';
  return [{ path: ['flowId'], says: `${says} Choose a flow of the bot that subscribes.` }];
}

function storedFilter(filter: Condition | null): string | null {
  return filter === null ? null : JSON.stringify(filter);
}
