// A contact in the web chat: says something over the socket and hears the bot's messages in turn.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { serverFrameSchema, type ClientFrame, type ServerFrame } from '@bellwire/model/chat.ts';
import { CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';
import type { Message } from '@bellwire/model/message.ts';

export interface Visitor {
  readonly greeting: string;
  /** Resolves when the server has it on disk. */
  say(text: string): Promise<void>;
  /** The bot's next message. @throws Error where none comes within ten seconds. */
  hear(): Promise<Message>;
  close(): void;
}

const WITHIN_MS = 10_000;

/** @param publicId The public part of the address of the bot's web chat. */
export async function openVisitor(baseUrl: string, publicId: string): Promise<Visitor> {
  const socket = new WebSocket(new URL(CHAT_SOCKET_PATH, baseUrl.replace(/^http/, 'ws')));
  const frames: ServerFrame[] = [];
  const messages: Message[] = [];
  socket.addEventListener('message', ({ data }) => {
    const frame = serverFrameSchema.parse(JSON.parse(String(data)));
    frames.push(frame);
    if (frame.is === 'messages') messages.push(...frame.messages.filter(({ from }) => from === 'bot'));
  });
  const send = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
  await until('open', () => socket.readyState === WebSocket.OPEN);
  send({ is: 'hello', bot: publicId });
  await until('ready', () => frames.some(({ is }) => is === 'ready'));
  const [ready] = frames;
  return {
    greeting: ready?.is === 'ready' ? ready.greeting : '',
    async say(text) {
      const key = randomUUID();
      send({ is: 'say', key, text });
      await until(`"${text}" taken`, () => frames.some((frame) => frame.is === 'taken' && frame.key === key));
    },
    async hear() {
      await until('answered by the bot', () => messages.length > 0);
      const [message] = messages.splice(0, 1);
      if (message === undefined) throw new Error('The bot said nothing.');
      return message;
    },
    close: () => socket.close(),
  };

  async function until(what: string, isSo: () => boolean): Promise<void> {
    for (const deadline = Date.now() + WITHIN_MS; !isSo(); await pause(5)) {
      const problem = frames.find((frame) => frame.is === 'problem');
      if (problem !== undefined) throw new Error(`The web chat refused: ${problem.says}`);
      if (Date.now() > deadline || socket.readyState > WebSocket.OPEN) {
        throw new Error(`The web chat was not ${what} within ${WITHIN_MS / 1000} seconds.`);
      }
    }
  }
}
