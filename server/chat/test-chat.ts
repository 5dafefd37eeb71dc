// For tests: a chat server on loopback before real lanes, a feed that can fail, and pages to talk with.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestContext } from 'node:test';
import type { ClientFrame, ServerFrame } from '@bellwire/model/chat.ts';
import { CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';
import type { Message } from '@bellwire/model/message.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { SendArrival } from '../lanes/arrival.ts';
import type { ConversationFeed } from '../lanes/conversation-feed.ts';
import { testLanes } from '../lanes/test-lanes.ts';
import type { TestLanes } from '../lanes/test-lanes.ts';
import type { ChatLimits } from './chat-limits.ts';
import { ChatServer } from './chat-server.ts';
import { TestPage } from './test-page.ts';

export interface TestChat extends TestDatabase {
  readonly bot: { readonly number: number; readonly publicId: string };
  readonly origin: string;
  readonly chat: ChatServer;
  readonly feed: SpoiledFeed;
  /** Opens a socket, as a page does. */
  connect(): Promise<TestPage>;
  /** Opens one and says hello. */
  visit(hello?: Partial<Hello>): Promise<TestPage & { readonly ready: Ready }>;
  /** A message of the bot, taken in by the lanes. */
  botSays(contactId: string, text: string): Promise<void>;
  contacts(): Promise<{ id: string; ns: string; visitor_hash: Buffer | null }[]>;
}

type Ready = Extract<ServerFrame, { is: 'ready' }>;
type Hello = Extract<ClientFrame, { is: 'hello' }>;

interface TestChatOptions {
  readonly limits?: Partial<ChatLimits>;
  readonly lookRoundMs?: number;
  readonly beatMs?: number;
  readonly greeting?: string;
  /** What the bot answers to whatever is said; without it, nothing. */
  readonly answer?: string;
  readonly onTyping?: (contactId: string) => void;
}

export async function testChat(t: TestContext, options: TestChatOptions = {}): Promise<TestChat> {
  const { database, lanes, workspaceId, bot } = await lanesWithBot(t, options);
  const feed = spoiledFeed(lanes.feed);
  const faults: unknown[] = [];
  const log = { warn: () => {}, error: (...fault: unknown[]) => void faults.push(fault) };
  const chat = new ChatServer({
    platform: database.platform,
    publicUrl: 'https://chat.example',
    lanes: lanes.door,
    feed,
    log,
    ...options,
  });
  const host = await listen(database, chat);
  database.beforeDrop(() => assert.deepEqual(faults, []));
  const connect = async () => {
    const page = new TestPage(`ws://${host}${CHAT_SOCKET_PATH}`);
    database.beforeDrop(() => page.socket.terminate());
    await page.opened;
    return page;
  };
  return {
    ...database,
    bot,
    origin: `http://${host}`,
    chat,
    feed,
    connect,
    visit: async (hello = {}) => {
      const page = await connect();
      page.send({ is: 'hello', bot: bot.publicId, ...hello });
      return Object.assign(page, { ready: await page.next('ready') });
    },
    botSays: (lane, text) =>
      lanes.door.arrive({ id: uuidV7(), workspaceId, lane, arrival: sendArrival(text) }),
    contacts: () =>
      database.platform.selectFrom('contact').select(['id', 'ns', 'visitor_hash']).orderBy('id').execute(),
  };
}

function sendArrival(text: string): SendArrival {
  return { kind: 'send', content: { is: 'text', text }, sender: 'bot' };
}

async function lanesWithBot(t: TestContext, { answer, greeting = '' }: TestChatOptions) {
  const say = { id: 'say', type: 'send-message', settings: { kind: 'text', text: answer ?? '' }, exits: {} };
  const { database, lanes, workspaceId, botId, flowId } = await testLanes(t, {
    graph: { start: 'say', steps: [say] },
  });
  const bot = await database.platform
    .updateTable('bot')
    .set({ name: 'Juniper & Sons', greeting, main_flow_id: answer === undefined ? null : flowId })
    .where('id', '=', botId)
    .returning(['number', 'public_id as publicId'])
    .executeTakeFirstOrThrow();
  return { database, lanes, workspaceId, bot };
}

async function listen(database: TestLanes['database'], chat: ChatServer): Promise<string> {
  const server = createServer();
  server.on('upgrade', (request, socket, head) => chat.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  database.beforeDrop(async () => {
    await chat.close();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `127.0.0.1:${address.port}`;
}

interface SpoiledFeed extends ConversationFeed {
  /** What becomes of the messages that are told: they may be lost, repeated, mixed up. */
  spoil: (messages: readonly Message[]) => readonly (readonly Message[])[];
  /** How many listen at the moment. */
  readonly listeners: number;
}

function spoiledFeed(feed: ConversationFeed): SpoiledFeed {
  let listeners = 0;
  return {
    spoil: (messages) => [messages],
    get listeners() {
      return listeners;
    },
    listen(contactId, hear) {
      listeners += 1;
      const stop = feed.listen(contactId, (messages) => this.spoil(messages).forEach((part) => hear(part)));
      return () => {
        listeners -= 1;
        stop();
      };
    },
  };
}
