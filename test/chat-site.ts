// For journeys through the web chat: a whole server with a bot that answers, and the same server again after an end.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { contentWords, type Content } from '@bellwire/model/message.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import type { TestDatabase } from '@bellwire/server/database/test-database.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';

export interface ChatSite {
  readonly origin: string;
  readonly chatAddress: string;
  readonly publicId: string;
  readonly botId: string;
  /** The owner of the workspace, signed in. */
  readonly client: Client;
  readonly owner: { readonly email: string; readonly password: string };
  /** A message of the bot to the newest contact. */
  botSays(content: Content): Promise<void>;
  /** What is in the conversations, in order. */
  messages(): Promise<{ sender: string; text: string }[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const answering: FlowGraph = {
  start: 'ask',
  steps: [
    {
      id: 'ask',
      type: 'send-message',
      settings: {
        kind: 'text',
        text: 'What may it be?',
        quickReplies: [{ label: 'A coffee' }, { label: 'Nothing, thanks' }],
      },
      exits: { 'reply-1': 'serve' },
    },
    {
      id: 'serve',
      type: 'send-message',
      settings: { kind: 'text', text: 'One coffee is on its way.' },
      exits: {},
    },
  ],
};

export async function chatSite(
  t: TestContext,
  {
    name = 'Corner Coffee',
    greeting = 'Hello! How can I help?',
    graph = answering,
    userFields = [],
  }: Partial<BotParts> = {},
): Promise<ChatSite> {
  const { origin, database, running, end, startAgain } = await startTestServer(t);
  const made = await makeBot(origin, { name, greeting, graph, userFields });
  const { publicId } = made;
  return {
    origin,
    ...made,
    chatAddress: `${origin}/chat/${publicId}`,
    stop: end,
    start: startAgain,
    botSays: async (content) => {
      const { id: lane, workspaceId } = await database.platform
        .selectFrom('contact')
        .select(['id', 'workspace_id as workspaceId'])
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      const arrival = { kind: 'send', content, sender: 'bot' } as const;
      await running().rooms.lanes.arrive({ id: uuidV7(), workspaceId, lane, arrival });
    },
    messages: () => readAll(database),
  };
}

async function readAll({ platform }: TestDatabase): Promise<{ sender: string; text: string }[]> {
  const query = platform.selectFrom('message').select(['sender', 'content']);
  const rows = await query.orderBy('contact_id').orderBy('seq').execute();
  return rows.map(({ sender, content }) => ({ sender, text: contentWords(content) }));
}

interface BotParts {
  readonly name: string;
  readonly greeting: string;
  readonly graph: FlowGraph;
  readonly userFields: readonly { readonly name: string; readonly type: ValueType }[];
}

async function makeBot(
  baseUrl: string,
  { name, greeting, graph, userFields }: BotParts,
): Promise<Pick<ChatSite, 'publicId' | 'botId' | 'client' | 'owner'>> {
  const client = createClient({ baseUrl });
  const owner = { email: 'owner@example.com', password: randomBytes(12).toString('hex') };
  await client.signUp({ name: 'Owner', ...owner, workspaceName: 'Shop' });
  const bot = await client.createBot({ name, greeting });
  for (const field of userFields)
    await client.createUserField({ botId: bot.id, label: field.name, ...field });
  const flow = await client.createFlow({ botId: bot.id, name: 'Main', graph });
  await client.publishFlow({ flowId: flow.id, revision: flow.revision });
  await client.updateBot({ botId: bot.id, mainFlowId: flow.id });
  return { publicId: bot.publicId, botId: bot.id, client, owner };
}
