// The sockets of all web chats of this process: lets them in, keeps them alive, and looks round for what they have missed.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { BEAT_SECONDS, CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';
import type { ServerFrame } from '@bellwire/model/chat.ts';
import { ChatConnection } from './chat-connection.ts';
import type { ChatRooms } from './chat-connection.ts';
import { createChatGuards, usualChatLimits } from './chat-limits.ts';
import type { ChatGuards, ChatLimits } from './chat-limits.ts';
import { frameText } from './frame-text.ts';
import { readMissed } from './read-messages.ts';

interface ChatServerOptions extends ChatRooms {
  readonly limits?: Partial<ChatLimits>;
  /** Whom the request comes from, as far as it can be trusted; without it, the other end of the connection. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** How often it looks into the table for what the feed may have missed. */
  readonly lookRoundMs?: number;
  readonly beatMs?: number;
}

const MOST_FRAME_BYTES = 64 * 1024;
/** A page that is this far behind in reading is cut off; it comes back and reads on from where it was. */
const MOST_UNREAD_BYTES = 1024 * 1024;
const HELLO_WITHIN_MS = 15_000;

/**
 * Any page may open a socket, from any site: the visitor's token is the identity, and no cookie is read.
 *
 * @example
 * const chat = new ChatServer({ platform, publicUrl, lanes, feed, log });
 * createHttpServer({ upgrade: (request, socket, head) => chat.upgrade(request, socket, head), … });
 */
export class ChatServer {
  readonly #options: ChatServerOptions;
  readonly #limits: ChatLimits;
  readonly #guards: ChatGuards;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MOST_FRAME_BYTES,
    perMessageDeflate: false,
  });
  readonly #open = new Map<WebSocket, OpenSocket>();
  readonly #perAddress = new Map<string, number>();
  readonly #beat: NodeJS.Timeout;
  #lookRound: NodeJS.Timeout | undefined;
  #looking = Promise.resolve();
  #closed = false;

  constructor(options: ChatServerOptions) {
    this.#options = options;
    this.#limits = { ...usualChatLimits, ...options.limits };
    this.#guards = createChatGuards(this.#limits);
    this.#beat = setInterval(() => this.#beatAll(), options.beatMs ?? BEAT_SECONDS * 1000);
    this.#planLookRound();
  }

  get connections(): number {
    return this.#open.size;
  }

  /** False where the request is not for the chat. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (request.url?.split('?')[0] !== CHAT_SOCKET_PATH) return false;
    const address = this.#options.addressOf?.(request) ?? request.socket.remoteAddress ?? 'unknown';
    const refusal = this.#refusal(address);
    if (refusal !== undefined) refuse(socket, refusal);
    else this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#admit(opened, address));
    return true;
  }

  /** Tells every page to come back (to another process, or to this one's successor) and ends. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#beat);
    clearTimeout(this.#lookRound);
    for (const socket of this.#open.keys()) socket.close(1001, 'The server is restarting.');
    const deadline = setTimeout(() => {
      for (const socket of this.#open.keys()) socket.terminate();
    }, 1000);
    await Promise.all([...this.#open.values()].map(({ gone }) => gone.promise));
    clearTimeout(deadline);
    await this.#looking;
  }

  #refusal(address: string): Refusal | undefined {
    if (this.#closed) return { status: '503 Service Unavailable', retryAfterSeconds: 5 };
    if (this.#open.size >= this.#limits.connections)
      return { status: '503 Service Unavailable', retryAfterSeconds: 30 };
    if ((this.#perAddress.get(address) ?? 0) >= this.#limits.connectionsPerAddress)
      return { status: '429 Too Many Requests', retryAfterSeconds: 30 };
    const answer = this.#guards.connects.take(address);
    return answer.is === 'allowed'
      ? undefined
      : { status: '429 Too Many Requests', retryAfterSeconds: answer.retryAfterSeconds };
  }

  #admit(socket: WebSocket, address: string): void {
    const connection = new ChatConnection(this.#options, this.#guards, {
      address,
      send: (frame) => sendFrame(socket, frame),
      close: (code, reason) => socket.close(code, reason),
    });
    const open: OpenSocket = { connection, isAlive: true, gone: Promise.withResolvers() };
    const helloBy = setTimeout(() => {
      if (connection.standing === undefined) socket.close(1008, 'Nothing was said in time.');
    }, HELLO_WITHIN_MS);
    this.#open.set(socket, open);
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1);
    socket.on('message', (data, isBinary) => {
      open.isAlive = true;
      if (isBinary) socket.close(1003, 'Only text frames are read.');
      else connection.receive(frameText(data));
    });
    socket.on('pong', () => {
      open.isAlive = true;
    });
    // A broken or oversized frame: ws closes with the fitting code by itself, but unheard the error would end the process.
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(helloBy);
      connection.end();
      this.#open.delete(socket);
      this.#leave(address);
      open.gone.resolve();
    });
  }

  #leave(address: string): void {
    const left = (this.#perAddress.get(address) ?? 1) - 1;
    if (left === 0) this.#perAddress.delete(address);
    else this.#perAddress.set(address, left);
  }

  /** Both sides learn within two beats that the other is gone. */
  #beatAll(): void {
    for (const [socket, open] of this.#open) {
      if (!open.isAlive) {
        socket.terminate();
        continue;
      }
      open.isAlive = false;
      socket.ping();
      sendFrame(socket, { is: 'beat' });
    }
  }

  #planLookRound(): void {
    this.#lookRound = setTimeout(() => {
      this.#looking = this.#lookForMissed().finally(() => {
        if (!this.#closed) this.#planLookRound();
      });
    }, this.#options.lookRoundMs ?? 5000);
  }

  async #lookForMissed(): Promise<void> {
    const pages = [...this.#open.values()].flatMap(({ connection }) => {
      const { standing } = connection;
      return standing === undefined ? [] : [{ ...standing, connection }];
    });
    if (pages.length === 0) return;
    try {
      const missed = await readMissed(this.#options.platform, pages);
      for (const { index, contact, messages } of missed) pages[index]?.connection.catchUp(contact, messages);
    } catch (err) {
      this.#options.log.warn(
        { err },
        'The conversations of the web chat could not be read now; it is tried again.',
      );
    }
  }
}

interface OpenSocket {
  readonly connection: ChatConnection;
  readonly gone: PromiseWithResolvers<void>;
  isAlive: boolean;
}

interface Refusal {
  readonly status: string;
  readonly retryAfterSeconds: number;
}

function refuse(socket: Duplex, { status, retryAfterSeconds }: Refusal): void {
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nRetry-After: ${retryAfterSeconds}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

function sendFrame(socket: WebSocket, frame: ServerFrame): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MOST_UNREAD_BYTES) socket.terminate();
  else socket.send(JSON.stringify(frame));
}
