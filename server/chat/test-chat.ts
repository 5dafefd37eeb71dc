// For tests: a chat server on loopback with a bot, lanes that answer at once, a feed that can fail, and pages to talk with.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { TestContext } from 'node:test';
import { WebSocket } from 'ws';
import { CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';
import { serverFrameSchema } from '@bellwire/model/chat.ts';
import type { ClientFrame, ServerFrame } from '@bellwire/model/chat.ts';
import type { Content, Message } from '@bellwire/model/message.ts';
import { testDatabase } from '../database/test-database.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { SayDoor } from './chat-connection.ts';
import { ChatServer } from './chat-server.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import type { ChatLimits } from './chat-limits.ts';
import { frameText } from './frame-text.ts';

export interface TestChat extends TestDatabase {
  readonly bot: { readonly id: string; readonly number: number; readonly publicId: string };
  readonly origin: string;
  readonly feed: TestFeed;
  readonly chat: ChatServer;
  readonly said: Parameters<SayDoor['say']>[0][];
  /** Opens a socket, as a page does. */
  connect(): Promise<TestPage>;
  /** Opens one and says hello. */
  visit(
    hello?: Partial<Extract<ClientFrame, { is: 'hello' }>>,
  ): Promise<TestPage & { readonly ready: Ready }>;
  /** A message of the bot, committed and told to the feed. */
  botSays(contactId: string, content: Content | string): Promise<void>;
  contacts(): Promise<{ id: string; ns: string; visitor_hash: Buffer | null }[]>;
}

type Ready = Extract<ServerFrame, { is: 'ready' }>;

interface TestChatOptions {
  readonly limits?: Partial<ChatLimits>;
  readonly lookRoundMs?: number;
  readonly beatMs?: number;
  readonly greeting?: string;
  readonly answer?: (text: string) => (Content | string)[];
  readonly pages?: (database: TestDatabase) => RequestListener;
  readonly onTyping?: (contactId: string) => void;
}

export async function testChat(t: TestContext, options: TestChatOptions = {}): Promise<TestChat> {
  const database = await testDatabase(t);
  const bot = await makeBot(database, options.greeting ?? 'Welcome to the shop.');
  const feed = new TestFeed();
  const said: TestChat['said'] = [];
  const botSays: TestChat['botSays'] = async (contactId, content) =>
    feed.publish(contactId, await write(database, contactId, 'bot', content));
  const lanes: SayDoor = {
    say: async (one) => {
      said.push(one);
      if (!(await isNew(database, one))) return;
      const mine = await write(database, one.contactId, 'contact', one.text);
      feed.publish(one.contactId, mine);
      for (const content of options.answer?.(one.text) ?? []) await botSays(one.contactId, content);
    },
  };
  const faults: unknown[] = [];
  const log = { warn: noLog, error: (...fault: unknown[]) => void faults.push(fault) };
  const chat = new ChatServer({ platform: database.platform, lanes, feed, log, ...options });
  const server = createServer(options.pages?.(database));
  server.on('upgrade', (request, socket, head) => chat.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const host = `127.0.0.1:${address.port}`;
  const pages: TestPage[] = [];
  const connect = async (): Promise<TestPage> => {
    const page = new TestPage(`ws://${host}${CHAT_SOCKET_PATH}`);
    pages.push(page);
    await page.opened;
    return page;
  };
  t.after(async () => {
    for (const page of pages) page.socket.terminate();
    await chat.close();
    server.closeAllConnections();
    server.close();
    assert.deepEqual(faults, []);
  });
  return {
    ...database,
    bot,
    origin: `http://${host}`,
    feed,
    chat,
    said,
    connect,
    botSays,
    visit: async (hello = {}) => {
      const page = await connect();
      page.send({ is: 'hello', bot: bot.publicId, ...hello });
      return Object.assign(page, { ready: await page.next('ready') });
    },
    contacts: () =>
      database.platform.selectFrom('contact').select(['id', 'ns', 'visitor_hash']).orderBy('id').execute(),
  };
}

/** One page of a visitor: what it was sent, in order, to be asked for one by one. */
export class TestPage {
  readonly socket: WebSocket;
  readonly opened: Promise<unknown>;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly messages: Message[] = [];
  readonly #frames: ServerFrame[] = [];
  #wake: () => void = () => {};

  constructor(address: string) {
    this.socket = new WebSocket(address);
    this.opened = once(this.socket, 'open');
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => {
        resolve({ code, reason: String(reason) });
        this.#wake();
      });
    });
    this.socket.on('message', (data) => {
      const frame = serverFrameSchema.parse(JSON.parse(frameText(data)));
      if (frame.is === 'ready' || frame.is === 'messages') this.messages.push(...frame.messages);
      this.#frames.push(frame);
      this.#wake();
    });
    // Told by `opened` and `closed`.
    this.socket.on('error', () => {});
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** The next frame of this kind; what came before it is passed over. */
  async next<Is extends ServerFrame['is']>(is: Is): Promise<Extract<ServerFrame, { is: Is }>> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame === undefined) await this.#more();
      else if (isFrame(frame, is)) return frame;
    }
  }

  /** Says something and waits until it is taken. */
  async say(text: string, key = `key-${text}`): Promise<void> {
    this.send({ is: 'say', key: key.replaceAll(/[^\w-]/g, '-').padEnd(8, '-'), text });
    await this.next('taken');
  }

  /** Waits until the page has so many messages, and gives what they say. */
  async texts(count: number): Promise<string[]> {
    while (this.messages.length < count) await this.#more();
    return this.messages.map(({ content }) => (content.is === 'text' ? content.text : content.title));
  }

  /** Resolves with the next frame; a page that was cut off has none, and its test must not wait for ever. */
  async #more(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) throw new Error('The page was cut off.');
    await new Promise<void>((wake) => (this.#wake = wake));
  }
}

function isFrame<Is extends ServerFrame['is']>(
  frame: ServerFrame,
  is: Is,
): frame is Extract<ServerFrame, { is: Is }> {
  return frame.is === is;
}

/** A feed that can lose, repeat and mix up what it is told. */
export class TestFeed implements ConversationFeed {
  spoil: (messages: readonly Message[]) => readonly (readonly Message[])[] = (messages) => [messages];
  readonly #heard = new Map<string, Set<(messages: readonly Message[]) => void>>();

  listen(contactId: string, heard: (messages: readonly Message[]) => void): () => void {
    const listeners = this.#heard.get(contactId) ?? new Set();
    this.#heard.set(contactId, listeners.add(heard));
    return () => listeners.delete(heard);
  }

  /** How many pages listen to a conversation. */
  listeners(contactId: string): number {
    return this.#heard.get(contactId)?.size ?? 0;
  }

  publish(contactId: string, message: Message): void {
    for (const messages of this.spoil([message]))
      for (const heard of this.#heard.get(contactId) ?? []) heard(messages);
  }
}

async function makeBot({ platform }: TestDatabase, greeting: string): Promise<TestChat['bot']> {
  const workspaceId = uuidV7();
  await platform.insertInto('workspace').values({ id: workspaceId, name: 'Shop' }).execute();
  return platform
    .insertInto('bot')
    .values({ id: uuidV7(), workspace_id: workspaceId, name: 'Juniper & Sons', public_id: 'shop', greeting })
    .returning(['id', 'number', 'public_id as publicId'])
    .executeTakeFirstOrThrow();
}

async function isNew(
  { platform }: TestDatabase,
  { workspaceId, contactId, key }: TestChat['said'][number],
): Promise<boolean> {
  const row = { workspace_id: workspaceId, contact_id: contactId, key, created_at: new Date().toISOString() };
  const { numInsertedOrUpdatedRows = 0n } = await platform
    .insertInto('message_key')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

async function write(
  { platform }: TestDatabase,
  contactId: string,
  from: Message['from'],
  said: Content | string,
): Promise<Message> {
  const content: Content = typeof said === 'string' ? { is: 'text', text: said } : said;
  return platform.transaction().execute(async (tx) => {
    const { last_seq: seq, workspace_id } = await tx
      .updateTable('contact')
      .set((row) => ({ last_seq: row('last_seq', '+', 1) }))
      .where('id', '=', contactId)
      .returning(['last_seq', 'workspace_id'])
      .executeTakeFirstOrThrow();
    const message = { id: uuidV7(), seq, from, content, sentAt: new Date().toISOString() };
    await tx
      .insertInto('message')
      .values({
        workspace_id,
        contact_id: contactId,
        seq,
        id: message.id,
        sender: from,
        content: JSON.stringify(content),
        run_id: null,
        sent_at: message.sentAt,
      })
      .execute();
    return message;
  });
}

function noLog(): void {}
