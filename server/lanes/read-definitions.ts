// Reads all definitions of a workspace in a handful of queries.
import { sql } from 'kysely';
import { compileContract } from '@bellwire/model/contract.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Entity } from '@bellwire/model/entity.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { InstallWorld } from '@bellwire/engine/world.ts';
import type { Tenants } from '../database/tenant.ts';
import { readBotWebhooks } from '../webhooks/read-bot-webhooks.ts';
import type {
  BotDefinition,
  Definitions,
  FlowDefinition,
  InstallDefinition,
  SubscriptionDefinition,
} from './definitions.ts';
import { heldMarks } from './held-marks.ts';
import type { SecretSeals } from './secret-seal.ts';

interface Reading {
  readonly tenants: Tenants;
  readonly workspaceId: string;
  readonly seals: SecretSeals;
}

export async function readDefinitions(reading: Reading): Promise<Definitions> {
  const [flows, installs] = await Promise.all([readFlows(reading), readInstalls(reading)]);
  const bots = await readBots(reading, flows);
  const { listeners, subscriptions } = await readSubscriptions(reading, flows, installs);
  const graphs = await readPublishedGraphs(reading);
  const botWebhooks = await readBotWebhooks(reading.tenants, reading.workspaceId);
  const olderInstalls = new Map<string, InstallWorld>();
  const graphOf = (flow: FlowRef): FlowGraph | undefined => {
    if (flow.is === 'bot') return graphs.get(`${flow.flowId}:${flow.version}`);
    return installAt(flow.installId, flow.versionId)?.app.flows.find(({ name }) => name === flow.flow);
  };
  const installAt = (installId: string, versionId: string): InstallWorld | undefined => {
    const current = installs.get(installId);
    return current?.versionId === versionId ? current : olderInstalls.get(`${installId}:${versionId}`);
  };
  return {
    workspaceId: reading.workspaceId,
    bots,
    flows,
    installs,
    botWebhooks,
    hasEntities: [...installs.values()].some(({ entities }) => entities.size > 0),
    listeners: (installId, trigger, botId) => listeners.get(`${installId} ${trigger} ${botId}`) ?? [],
    subscription: (id) => subscriptions.get(id),
    graph: graphOf,
    installAt,
    need: async (wanted) => {
      for (const flow of wanted) {
        if (graphOf(flow) !== undefined) continue;
        if (flow.is === 'bot') await readGraph(reading, flow, graphs);
        else await readOlderInstall(reading, flow, installs, olderInstalls);
      }
    },
  };
}

async function readFlows({ tenants, workspaceId }: Reading): Promise<Map<string, FlowDefinition>> {
  const rows = await tenants.platform
    .selectFrom('flow')
    .select(['id', 'bot_id', 'name', 'published_version'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, botId: row.bot_id, name: row.name, publishedVersion: row.published_version },
    ]),
  );
}

async function readBots(
  { tenants, workspaceId }: Reading,
  flows: ReadonlyMap<string, FlowDefinition>,
): Promise<Map<string, BotDefinition>> {
  const { platform } = tenants;
  const [bots, fields, keywords] = await Promise.all([
    platform.selectFrom('bot').selectAll().where('workspace_id', '=', workspaceId).execute(),
    platform
      .selectFrom('user_field')
      .select(['bot_id', 'name', 'type'])
      .where('workspace_id', '=', workspaceId)
      .execute(),
    platform
      .selectFrom('flow')
      .select(['id', 'keywords'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('created_at')
      .execute(),
  ]);
  return new Map(
    bots.map((bot) => [
      bot.id,
      {
        id: bot.id,
        name: bot.name,
        timeZone: bot.time_zone,
        mainFlowId: bot.main_flow_id,
        userFields: new Map(
          fields.filter((field) => field.bot_id === bot.id).map((field) => [field.name, field.type]),
        ),
        keywords: keywords
          .filter((row) => flows.get(row.id)?.botId === bot.id)
          .flatMap((row) => row.keywords.map((word) => ({ word: word.toLowerCase(), flowId: row.id }))),
      },
    ]),
  );
}

async function readInstalls({
  tenants,
  workspaceId,
  seals,
}: Reading): Promise<Map<string, InstallDefinition>> {
  const rows = await selectInstalls(tenants, workspaceId).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...installWorld(row.id, row.version_id, row.definition, {
          workspaceId,
          workspaceName: row.workspace_name,
          ...heldMarks(row, seals),
        }),
        name: row.name,
        live: row.state !== 'uninstalled' && row.app_state !== 'suspended',
        suspended: row.state !== 'uninstalled' && row.app_state === 'suspended' ? row.suspended_says : null,
        connectionLost:
          row.connection_lost_at === null
            ? null
            : { since: row.connection_lost_at, answer: row.connection_answer ?? '' },
        versionNumber: row.number,
        receipts: row.receipts && row.definition.receiptsUrl !== undefined,
        contacts: { policy: row.contact_policy, botId: row.contact_bot_id },
        ...triggersOf(row.definition),
      },
    ]),
  );
}

function selectInstalls(tenants: Tenants, workspaceId: string) {
  return tenants.platform
    .selectFrom('install')
    .innerJoin('app_version', 'app_version.id', 'install.version_id')
    .innerJoin('app', 'app.id', 'install.app_id')
    .innerJoin('workspace', 'workspace.id', 'install.workspace_id')
    .leftJoin('install_grant', 'install_grant.install_id', 'install.id')
    .select(['install.id', 'install.name', 'install.state', 'install.auth', 'install.secrets'])
    .select(['install.version_id', 'app_version.definition', 'app_version.number'])
    .select(['workspace.name as workspace_name', 'app.state as app_state'])
    .select(sql<string>`coalesce(app.suspended_says, 'No reason was given.')`.as('suspended_says'))
    .select(['install.contact_policy', 'install.contact_bot_id', 'install.receipts'])
    .select(['install.connection_lost_at', 'install.connection_answer'])
    .select(['install_grant.fields as granted', 'install_grant.secrets as granted_secrets'])
    .where('install.workspace_id', '=', workspaceId);
}

function triggersOf(app: App): Pick<InstallDefinition, 'contracts' | 'entities'> {
  return {
    contracts: new Map(app.triggers.map((trigger) => [trigger.name, compileContract(app, trigger)])),
    entities: new Map(
      app.triggers.flatMap(({ name, entity }) =>
        entity !== undefined && isRemembered(entity) ? [[name, entity]] : [],
      ),
    ),
  };
}

/** Where every event runs, and none says which is newer, there is nothing to remember. */
function isRemembered({ rule, order }: Entity): boolean {
  return rule !== 'in-order' || order !== undefined;
}

function installWorld(
  id: string,
  versionId: string,
  app: App,
  rest: Pick<InstallWorld, 'workspaceId' | 'workspaceName' | 'auth' | 'held'>,
): InstallWorld {
  return { id, versionId, app, ...rest };
}

async function readSubscriptions(
  { tenants, workspaceId }: Reading,
  flows: ReadonlyMap<string, FlowDefinition>,
  installs: ReadonlyMap<string, InstallDefinition>,
): Promise<{
  listeners: Map<string, SubscriptionDefinition[]>;
  subscriptions: Map<string, SubscriptionDefinition>;
}> {
  const rows = await tenants.platform
    .selectFrom('subscription')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const listeners = new Map<string, SubscriptionDefinition[]>();
  const subscriptions = new Map<string, SubscriptionDefinition>();
  for (const row of rows) {
    const install = installs.get(row.install_id);
    const flow = flows.get(row.flow_id);
    const key = `${row.install_id} ${row.trigger} ${row.bot_id}`;
    const listener: SubscriptionDefinition = {
      subscriptionId: row.id,
      botId: row.bot_id,
      enabled: row.enabled,
      filter: row.filter,
      mappings: row.mappings,
      installed: install?.live === true || (install?.suspended ?? null) !== null,
      appLabel: install?.app.label ?? 'The app',
      suspended: install?.suspended ?? null,
      connectionLost: install?.connectionLost ?? null,
      flowId: row.flow_id,
      flowName: flow?.name ?? 'a flow that is gone',
      flowVersion: flow?.publishedVersion ?? null,
    };
    listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    subscriptions.set(row.id, listener);
  }
  return { listeners, subscriptions };
}

async function readPublishedGraphs({ tenants, workspaceId }: Reading): Promise<Map<string, FlowGraph>> {
  const rows = await tenants.platform
    .selectFrom('flow_version')
    .innerJoin('flow', (join) =>
      join
        .onRef('flow.id', '=', 'flow_version.flow_id')
        .onRef('flow.published_version', '=', 'flow_version.version'),
    )
    .select(['flow_version.flow_id', 'flow_version.version', 'flow_version.graph'])
    .where('flow.workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map((row) => [`${row.flow_id}:${row.version}`, row.graph]));
}

async function readGraph(
  { tenants, workspaceId }: Reading,
  flow: Extract<FlowRef, { is: 'bot' }>,
  graphs: Map<string, FlowGraph>,
): Promise<void> {
  const row = await tenants.platform
    .selectFrom('flow_version')
    .select('graph')
    .where('workspace_id', '=', workspaceId)
    .where('flow_id', '=', flow.flowId)
    .where('version', '=', flow.version)
    .executeTakeFirst();
  if (row !== undefined) graphs.set(`${flow.flowId}:${flow.version}`, row.graph);
}

async function readOlderInstall(
  { tenants }: Reading,
  flow: Extract<FlowRef, { is: 'app' }>,
  installs: ReadonlyMap<string, InstallDefinition>,
  older: Map<string, InstallWorld>,
): Promise<void> {
  const current = installs.get(flow.installId);
  if (current === undefined) return;
  const row = await tenants.platform
    .selectFrom('app_version')
    .select('definition')
    .where('id', '=', flow.versionId)
    .executeTakeFirst();
  if (row === undefined) return;
  older.set(
    `${flow.installId}:${flow.versionId}`,
    installWorld(flow.installId, flow.versionId, row.definition, current),
  );
}
