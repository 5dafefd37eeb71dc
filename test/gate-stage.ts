// A stage for each gate: an install, a bot and a contact of its own, and what can be done to them.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppInput } from '@bellwire/model/app.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { createClient } from '@bellwire/sdk/client.ts';
import { definitionsChanged } from '@bellwire/server/database/definitions-changed.ts';
import type { AskingApp } from './asking-app.ts';
import type { rerunShop } from './rerun-shop.ts';

type Shop = Awaited<ReturnType<typeof rerunShop>>;
export type Stage = Awaited<ReturnType<typeof stageOf>>;

const items = ['reference', 'version'].map((name) => ({ name, label: name, field: name }));
const again = (times: number) => ({
  start: 'fire0',
  steps: Array.from({ length: times }, (_, index) => ({
    id: `fire${index}`,
    type: 'fire-trigger',
    settings: { trigger: 'tick' },
    exits: index + 1 < times ? { next: `fire${index + 1}` } : {},
  })),
});

export const appAsking = (asking: AskingApp): Partial<AppInput> => ({
  ...asking,
  fields: [
    { name: 'n', label: 'N', type: 'number', default: 1 },
    { name: 'reference', label: 'Reference', type: 'text' },
    { name: 'version', label: 'Version', type: 'number' },
  ],
  triggers: [
    { name: 'tick', label: 'Tick', items: [{ name: 'n', label: 'N', field: 'n' }] },
    {
      name: 'changed',
      label: 'Changed',
      items,
      entity: { name: 'order', key: 'reference', order: 'version', rule: 'newest-wins' },
    },
    {
      name: 'touched',
      label: 'Touched',
      items,
      entity: { name: 'visit', key: 'reference', rule: 'coalesce', seconds: 600 },
    },
  ],
  actions: [
    ...asking.actions,
    { name: 'once_more', label: 'Once more', flow: 'once_more' },
    { name: 'twice_more', label: 'Twice more', flow: 'twice_more' },
  ],
  flows: [
    ...asking.flows,
    { name: 'once_more', label: 'Once more', ...again(1) },
    { name: 'twice_more', label: 'Twice more', ...again(2) },
  ],
});

const saying: FlowGraph = {
  start: 'say',
  steps: [{ id: 'say', type: 'send-message', settings: { kind: 'text', text: 'Hello' }, exits: {} }],
};

interface Subscribed {
  readonly trigger?: string;
  readonly published?: boolean;
  readonly enabled?: boolean;
  readonly filter?: object;
  /** The action of the app that the flow runs. */
  readonly action?: string;
}

/** An install, a bot, and a contact of its own for each gate, so that none hears of another's events. */
export async function stageOf({ ours, origin, appId, database }: Shop) {
  const { install, key } = await ours.installApp({
    appId,
    auth: { token: 'old' },
    consent: ['triggers:fire'],
  });
  const { id: botId } = await ours.createBot({ name: 'Shop' });
  const contact = await ours.createContact({ botId });
  const installed = createClient({ baseUrl: origin, key });
  return {
    ours,
    origin,
    key,
    contact,
    installId: install.id,
    subscribe: async ({ trigger = 'tick', published = true, enabled = true, filter, action }: Subscribed) => {
      const settings = { action: `${install.id}/${action}` };
      const graph: FlowGraph =
        action === undefined
          ? saying
          : { start: 'again', steps: [{ id: 'again', type: 'app-action', settings, exits: {} }] };
      const { id: flowId, revision } = await ours.createFlow({ botId, name: 'Thanks', graph });
      if (published) await ours.publishFlow({ flowId, revision });
      const told = filter === undefined ? {} : { filter: JSON.parse(JSON.stringify(filter)) };
      await ours.createSubscription({ botId, installId: install.id, trigger, flowId, enabled, ...told });
    },
    fire: async (event: object = {}) => {
      const fired = { trigger: 'tick', contact: contact.ns, items: { n: 1 }, ...event };
      return (await installed.fireTrigger(fired)).eventId;
    },
    suspend: (says: string | null) => suspend({ database, ours, appId }, says),
    /** For what is refused: the answer says so, and the event is looked for. */
    refused: async (asking: Promise<unknown>) => {
      await assert.rejects(asking);
      return undefined;
    },
  };
}

/** As an operator does it; all processes hear of it within moments. */
async function suspend(
  { database, ours, appId }: Pick<Shop, 'database' | 'ours' | 'appId'>,
  says: string | null,
): Promise<void> {
  const state = says === null ? 'private' : 'suspended';
  const app = database.platform.updateTable('app').set({ state, suspended_says: says });
  await app.where('id', '=', appId).execute();
  await definitionsChanged(database.platform, (await ours.me()).workspaces[0]?.id ?? '');
  await pause(500);
}
