// For tests of the lanes: real PostgreSQL, a workspace with an app, a bot and a subscription, and the lanes working on it.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import pino from 'pino';
import { APP_FORMAT, appSchema, type AppInput } from '@bellwire/model/app.ts';
import type { Condition } from '@bellwire/model/condition.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { ContactRef } from '@bellwire/model/identity.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { ItemMapping } from '@bellwire/model/subscription.ts';
import { codeWith } from '../code.ts';
import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createEgress } from '../egress/egress.ts';
import { parseMasterKeys } from '../secrets/master-key.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { createSealer } from '../secrets/sealed.ts';
import { openLanes, type Lanes } from './lanes.ts';

export interface TestLanes {
  readonly database: TestDatabase;
  readonly lanes: Lanes;
  readonly workspaceId: string;
  readonly installId: string;
  readonly botId: string;
  readonly flowId: string;
  readonly subscriptionId: string;
  makeContact(change?: { pausedUntil?: string }): Promise<{ id: string; ns: string }>;
  fire(contact: ContactRef, items: JsonObject, idempotencyKey?: string): ReturnType<Lanes['door']['fire']>;
  /** Waits until nothing is left in the log and the held lanes. */
  settle(): Promise<void>;
}

export interface GivenToLanes {
  readonly graph: FlowGraph;
  readonly filter?: Condition;
  readonly mappings?: readonly ItemMapping[];
  readonly enabled?: boolean;
  readonly app?: Partial<AppInput>;
  /** Private places that requests may reach. */
  readonly allowPrivate?: readonly string[];
}

const ticking: AppInput = {
  format: APP_FORMAT,
  name: 'ticker',
  label: 'Ticker',
  fields: [{ name: 'n', label: 'N', type: 'number' }],
  triggers: [{ name: 'tick', label: 'Tick', items: [{ name: 'n', label: 'N', field: 'n' }] }],
};

export async function testLanes(t: TestContext, given: GivenToLanes): Promise<TestLanes> {
  const database = await testDatabase(t);
  const ids = await seedLanes(database, given);
  const sandbox = createSandbox(1);
  const lanes = await openLanes({
    pool: database.pool,
    openClient: database.openClient,
    tenants: database,
    egress: createEgress({ allowPrivate: given.allowPrivate ?? [] }),
    sandbox,
    sealer: createSealer(parseMasterKeys(randomBytes(32).toString('base64'), 'the test')),
    tokenKey: randomBytes(32),
    publicUrl: 'http://localhost:3000',
    worksLanes: true,
    code: codeWith(9999),
    log: pino({ level: 'silent' }),
  });
  database.beforeDrop(() => lanes.close());
  database.beforeDrop(() => sandbox.close());
  return {
    ...ids,
    database,
    lanes,
    makeContact: (change) => makeContact(database, ids, change),
    fire: (contact, items, idempotencyKey) =>
      lanes.door.fire({
        workspaceId: ids.workspaceId,
        installId: ids.installId,
        contact,
        trigger: 'tick',
        items,
        idempotencyKey: idempotencyKey ?? null,
        firedBy: 'the test',
      }),
    settle: () => settle(database),
  };
}

export type LaneIds = Pick<TestLanes, 'workspaceId' | 'installId' | 'botId' | 'flowId' | 'subscriptionId'>;

/** A workspace with an app, an install of it, a bot, and a subscription. */
export async function seedLanes(database: TestDatabase, given: GivenToLanes): Promise<LaneIds> {
  const workspaceId = uuidV7();
  await database.platform.insertInto('workspace').values({ id: workspaceId, name: 'Test' }).execute();
  const installId = await seedInstall(database, workspaceId, given.app);
  const { botId, flowId } = await seedBot(database, workspaceId, given.graph);
  const subscriptionId = uuidV7();
  await database.platform
    .insertInto('subscription')
    .values({
      id: subscriptionId,
      workspace_id: workspaceId,
      bot_id: botId,
      install_id: installId,
      trigger: 'tick',
      flow_id: flowId,
      enabled: given.enabled ?? true,
      filter: given.filter === undefined ? null : JSON.stringify(given.filter),
      mappings: JSON.stringify(given.mappings ?? []),
    })
    .execute();
  return { workspaceId, installId, botId, flowId, subscriptionId };
}

async function seedInstall(
  { platform }: TestDatabase,
  workspace_id: string,
  change: GivenToLanes['app'],
): Promise<string> {
  const [appId, versionId, installId] = [uuidV7(), uuidV7(), uuidV7()];
  const definition = JSON.stringify(appSchema.parse({ ...ticking, ...change }));
  await platform
    .insertInto('app')
    .values({ id: appId, workspace_id, name: 'ticker', draft: definition, state: 'private' })
    .execute();
  await platform
    .insertInto('app_version')
    .values({ id: versionId, workspace_id, app_id: appId, number: 1, definition })
    .execute();
  const empty = { scopes: [], auth: '{}', secrets: '{}' };
  await platform
    .insertInto('install')
    .values({ id: installId, workspace_id, app_id: appId, version_id: versionId, name: 'Ticker', ...empty })
    .execute();
  return installId;
}

async function seedBot(
  { platform }: TestDatabase,
  workspace_id: string,
  given: FlowGraph,
): Promise<{ botId: string; flowId: string }> {
  const [botId, flowId] = [uuidV7(), uuidV7()];
  const graph = JSON.stringify(given);
  await platform
    .insertInto('bot')
    .values({ id: botId, workspace_id, name: 'Bot', public_id: botId })
    .execute();
  await platform
    .insertInto('user_field')
    .values([
      { workspace_id, bot_id: botId, name: 'last', label: 'Last', type: 'number' },
      { workspace_id, bot_id: botId, name: 'seen', label: 'Seen', type: 'text' },
    ])
    .execute();
  const published = { published_version: 1, published_revision: 1 };
  await platform
    .insertInto('flow')
    .values({ id: flowId, workspace_id, bot_id: botId, name: 'On tick', draft: graph, ...published })
    .execute();
  await platform
    .insertInto('flow_version')
    .values({ workspace_id, flow_id: flowId, version: 1, graph })
    .execute();
  return { botId, flowId };
}

let contacts = 0;

export async function makeContact(
  { platform }: TestDatabase,
  ids: LaneIds,
  change: { pausedUntil?: string } = {},
): Promise<{ id: string; ns: string }> {
  const id = uuidV7();
  const ns = `f1u${(contacts += 1)}`;
  await platform
    .insertInto('contact')
    .values({
      id,
      workspace_id: ids.workspaceId,
      bot_id: ids.botId,
      ns,
      fields: '{}',
      paused_until: change.pausedUntil ?? null,
    })
    .execute();
  return { id, ns };
}

export async function settle({ pool }: TestDatabase): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      'select ((select count(*) from lane_log) + (select count(*) from lane_held) + (select count(*) from outgoing_call))::int as left',
    );
    if (rows[0]?.left === 0) return;
    if (Date.now() > until)
      throw new Error(`${rows[0]?.left} arrivals were still in the lanes after ten seconds.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
