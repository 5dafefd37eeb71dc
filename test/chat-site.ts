// For journeys through the web chat: a whole server with a bot that answers, and the same server again after an end.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { contentWords, type Content } from '@bellwire/model/message.ts';
import { createClient } from '@bellwire/sdk/client.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { startTestServer } from '@bellwire/server/start-test-server.ts';

export interface ChatSite {
  readonly origin: string;
  readonly chatAddress: string;
  readonly publicId: string;
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
  { name = 'Corner Coffee', greeting = 'Hello! How can I help?' } = {},
): Promise<ChatSite> {
  const { origin, database, running, end, startAgain } = await startTestServer(t);
  const publicId = await makeBot(origin, { name, greeting });
  return {
    origin,
    publicId,
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
    messages: async () => {
      const rows = await database.platform
        .selectFrom('message')
        .select(['sender', 'content'])
        .orderBy('contact_id')
        .orderBy('seq')
        .execute();
      return rows.map(({ sender, content }) => ({
        sender,
        text: contentWords(content),
      }));
    },
  };
}

async function makeBot(
  baseUrl: string,
  { name, greeting }: { name: string; greeting: string },
): Promise<string> {
  const client = createClient({ baseUrl });
  await client.signUp({
    name: 'Owner',
    email: 'owner@example.com',
    password: randomBytes(12).toString('hex'),
    workspaceName: 'Shop',
  });
  const bot = await client.createBot({ name, greeting });
  const flow = await client.createFlow({ botId: bot.id, name: 'Main', graph: answering });
  await client.publishFlow({ flowId: flow.id, revision: flow.revision });
  await client.updateBot({ botId: bot.id, mainFlowId: flow.id });
  return bot.publicId;
}
