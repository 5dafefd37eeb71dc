// For tests of reactions: the work of one arrival, made without a database, for an app whose triggers share one entity.
import { appSchema, APP_FORMAT } from '@bellwire/model/app.ts';
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Entity } from '@bellwire/model/entity.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { Run } from '@bellwire/model/run.ts';
import { sampleContact } from '@bellwire/engine/sample-contact.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { Arrival } from './arrival.ts';
import type { Definitions, InstallDefinition, SubscriptionDefinition } from './definitions.ts';
import type { EntityState } from './entity.ts';
import { nothingDone } from './nothing-done.ts';
import { seededIds } from './seeded-ids.ts';
import type { Work } from './work.ts';

const WORKSPACE = '01958f3e-7c00-7000-8000-000000000001';
export const INSTALL = '01958f3e-7c00-7000-8000-000000000002';
const FLOW = '01958f3e-7c00-7000-8000-000000000003';

/** What the arrivals of one contact leave behind for the next. */
export interface Lane {
  readonly contact: ContactState;
  readonly entity: EntityState;
  readonly runs: ReadonlyMap<string, Run>;
}

/** One subscription to each trigger, which maps `status` and `version` and runs the graph. */
export function entityDefinitions(
  triggers: readonly string[],
  entity: Entity,
  graph: FlowGraph,
): Definitions {
  const fields = new Map([
    ['status', 'text' as const],
    ['version', 'number' as const],
  ]);
  const bot = { id: sampleContact.botId, name: 'Shop', timeZone: 'UTC', userFields: fields };
  const install = installOf(triggers, entity);
  return {
    workspaceId: WORKSPACE,
    bots: new Map([[bot.id, { ...bot, mainFlowId: null, keywords: [] }]]),
    flows: new Map(),
    installs: new Map([[INSTALL, install]]),
    botWebhooks: new Map(),
    hasEntities: true,
    listeners: (_install, trigger) => [subscriptionTo(trigger)],
    subscription: () => undefined,
    graph: () => graph,
    installAt: () => install,
    need: () => Promise.resolve(),
  };
}

function installOf(triggers: readonly string[], entity: Entity): InstallDefinition {
  return {
    id: INSTALL,
    versionId: INSTALL,
    workspaceId: WORKSPACE,
    workspaceName: 'Test',
    app: appSchema.parse({ format: APP_FORMAT, name: 'pay', label: 'Pay' }),
    auth: {},
    name: 'Pay',
    live: true,
    suspended: null,
    connectionLost: null,
    versionNumber: 1,
    receipts: false,
    contracts: new Map(),
    contacts: { policy: 'unmatched', botId: null },
    entities: new Map(triggers.map((trigger) => [trigger, entity])),
  };
}

function subscriptionTo(trigger: string): SubscriptionDefinition {
  return {
    subscriptionId: `to-${trigger}`,
    botId: sampleContact.botId,
    enabled: true,
    filter: null,
    mappings: [
      { item: 'status', field: 'status' },
      { item: 'version', field: 'version' },
    ],
    installed: true,
    appLabel: 'Pay',
    suspended: null,
    connectionLost: null,
    flowId: FLOW,
    flowName: 'Flow',
    flowVersion: 1,
  };
}

export function testWork(definitions: Definitions, lane: Lane, id: string, arrival: Arrival): Work {
  const now = '2026-03-01T12:00:00.000Z';
  const runs = new Map(lane.runs);
  const row = { seq: 0, lane: lane.contact.id, shard: 0, workspaceId: WORKSPACE, id, acceptedAt: now };
  return {
    row: { ...row, arrival, isHeld: false },
    now,
    definitions,
    world: {
      now,
      stepTypes: stepTypeMap,
      bot: definitions.bots.get(lane.contact.botId) ?? null,
      graph: (flow) => definitions.graph(flow),
      published: () => undefined,
      install: (installId) => definitions.installs.get(installId),
      ids: seededIds({ now, key: Buffer.from('test'), publicUrl: 'http://localhost' }),
    },
    runs: { get: (run) => runs.get(run), set: (run, value) => void runs.set(run, value) },
    pastEvent: null,
    pastRun: null,
    entity: lane.entity,
    flowFires: 0,
    causes: [],
    contact: lane.contact,
    ...nothingDone(),
  };
}
