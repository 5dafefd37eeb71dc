// Makes sure that a bot is there with all that its definition names; what is there already is left alone.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { BotDefinition } from './bot-definition.ts';
import type { Client } from './client.ts';

/** Bot, user fields and flows are found by their names, subscriptions by install, trigger and flow. Flows are published. */
export async function ensureBot(client: Client, definition: BotDefinition): Promise<OutputOf<'getBot'>> {
  const { name, greeting, timeZone } = definition;
  const { rows: bots } = await client.listBots();
  const bot = bots.find((bot) => bot.name === name) ?? (await client.createBot({ name, greeting, timeZone }));
  await ensureUserFields(client, bot.id, definition);
  const flowIds = await ensureFlows(client, bot.id, definition);
  await ensureSubscriptions(client, bot.id, definition, flowIds);
  if (definition.mainFlow === undefined || bot.mainFlowId !== null) return bot;
  return client.updateBot({ botId: bot.id, mainFlowId: flowId(flowIds, definition.mainFlow) });
}

async function ensureUserFields(client: Client, botId: string, { userFields }: BotDefinition): Promise<void> {
  const { rows } = await client.listUserFields({ botId });
  const known = new Set(rows.map(({ name }) => name));
  for (const field of userFields)
    if (!known.has(field.name)) await client.createUserField({ botId, ...field });
}

type FlowIds = ReadonlyMap<string, string>;

async function ensureFlows(client: Client, botId: string, { flows }: BotDefinition): Promise<FlowIds> {
  const { rows } = await client.listFlows({ botId });
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  for (const wanted of flows) {
    const known = ids.get(wanted.name);
    const flow =
      known === undefined
        ? await client.createFlow({ botId, ...wanted })
        : await client.getFlow({ flowId: known });
    ids.set(flow.name, flow.id);
    if (flow.publishedVersion === null)
      await client.publishFlow({ flowId: flow.id, revision: flow.revision });
  }
  return ids;
}

async function ensureSubscriptions(
  client: Client,
  botId: string,
  { subscriptions }: BotDefinition,
  flowIds: FlowIds,
): Promise<void> {
  const { rows } = await client.listSubscriptions({ botId });
  for (const { flow, ...wanted } of subscriptions) {
    const subscription = { botId, ...wanted, flowId: flowId(flowIds, flow) };
    const isKnown = rows.some(
      ({ installId, trigger, flowId }) =>
        installId === subscription.installId &&
        trigger === subscription.trigger &&
        flowId === subscription.flowId,
    );
    if (!isKnown) await client.createSubscription(subscription);
  }
}

function flowId(flowIds: FlowIds, name: string): string {
  const id = flowIds.get(name);
  if (id !== undefined) return id;
  throw new ProblemError('bad-input', {
    says: `The bot has no flow "${name}". It has: ${[...flowIds.keys()].join(', ')}.`,
  });
}
