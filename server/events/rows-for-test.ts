// For tests: rows as the lanes write them, for what is only read here.
import type { EventSource, EventState } from '@bellwire/model/event.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Tenants } from '../database/tenant.ts';
import type { testShop } from '../bots/shop-for-test.ts';

type Shop = Pick<Awaited<ReturnType<typeof testShop>>, 'rooms' | 'ours' | 'install' | 'contact' | 'bot'>;

export const at = '2026-01-01T00:00:00.000Z';

interface Settled {
  readonly state?: EventState;
  readonly id?: string;
  readonly contactId?: string | null;
  readonly trigger?: string;
  readonly source?: EventSource;
}

export async function addSettled(
  { rooms, ours, install, contact, bot }: Shop,
  items: JsonObject,
  settled: Settled = {},
) {
  const { state = 'done', id = uuidV7(), contactId = contact.id, source = 'api' } = settled;
  const known = { contact_id: contactId, contact_ns: contactId === null ? 'f999u1' : contact.ns };
  const said = { items: JSON.stringify(items), arrival: '[]', decisions: '[]', fired_by: 'a test' };
  const row = {
    workspace_id: ours.workspaceId,
    id,
    install_id: install.id,
    trigger: settled.trigger ?? 'payment_paid',
    bot_id: contactId === null ? null : bot.id,
    hops: 0,
  };
  await rooms.tenants.platform
    .insertInto('event')
    .values({ ...row, ...known, ...said, source, state, fired_at: at })
    .execute();
  return id;
}

export async function addWaiting(
  { rooms, ours, install, contact }: Shop,
  items: JsonObject,
): Promise<string> {
  const id = uuidV7();
  const causes = { hops: 0, causeRunId: null, urlId: null, onlySubscriptionId: null, arrival: [] };
  const fired = { installId: install.id, trigger: 'payment_paid', items, source: 'api', firedBy: 'a test' };
  const body = JSON.stringify({ kind: 'fire', ...fired, ...causes });
  const lane = { shard: 0, lane: contact.id, workspace_id: ours.workspaceId };
  await rooms.tenants.platform
    .insertInto('lane_log')
    .values({ ...lane, id, kind: 'fire', body, accepted_at: at })
    .execute();
  return id;
}

/** A run that waits in a flow of the app, as a one-time URL begins it. */
export async function addAppRun({ rooms, ours, install, contact, bot }: Shop): Promise<string> {
  const id = uuidV7();
  const flow = { is: 'app', installId: install.id, versionId: uuidV7(), flow: 'pay' };
  const frames = [{ flow, at: null, values: {}, action: null }];
  const state = JSON.stringify({ frames, waiting: { is: 'time', until: at }, steps: 1 });
  const whose = { workspace_id: ours.workspaceId, bot_id: bot.id, contact_id: contact.id };
  await rooms.tenants.platform
    .insertInto('run')
    .values({
      ...whose,
      id,
      status: 'waiting',
      state,
      history: '[]',
      said: [],
      hops: 0,
      turn: 1,
      started_at: at,
    })
    .execute();
  return id;
}

export async function addMessage({ rooms, ours, contact }: Shop, runId: string): Promise<string> {
  const id = uuidV7();
  const content = JSON.stringify({ is: 'text', text: 'Thanks' });
  const place = { workspace_id: ours.workspaceId, contact_id: contact.id, seq: 1, run_id: runId };
  await rooms.tenants.platform
    .insertInto('message')
    .values({ ...place, id, sender: 'bot', content, sent_at: at })
    .execute();
  return id;
}

export async function addOrder({ rooms, ours, contact, bot }: Shop, number: string): Promise<string> {
  const id = uuidV7();
  const whose = { workspace_id: ours.workspaceId, bot_id: bot.id, contact_id: contact.id };
  await rooms.tenants.platform
    .insertInto('customer_order')
    .values({
      ...whose,
      id,
      number,
      status: 'paid',
      currency: 'EUR',
      items: '[]',
      total: 1999,
      created_at: at,
    })
    .execute();
  return id;
}

interface Url {
  readonly workspaceId: string;
  readonly installId: string;
  readonly usedAt?: string;
  readonly expiresAt?: string;
}

export async function addUrl(
  { platform }: Tenants,
  { workspaceId, installId, usedAt, expiresAt = at }: Url,
): Promise<string> {
  const id = uuidV7();
  const install = platform.selectFrom('install').select('version_id').where('id', '=', installId);
  const { version_id } = await install.executeTakeFirstOrThrow();
  const made = {
    workspace_id: workspaceId,
    install_id: installId,
    version_id,
    name: 'paid',
    app_values: '{}',
    hops: 0,
  };
  const times = { created_at: at, expires_at: expiresAt, used_at: usedAt ?? null };
  await platform
    .insertInto('one_time_url')
    .values({ ...made, ...times, id, token_hash: Buffer.from(id) })
    .execute();
  return id;
}
