// For tests: what a page of the web chat does at its end of the socket.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '@bellwire/model/chat.ts';
import { serverFrameSchema } from '@bellwire/model/chat.ts';
import { contentWords, type Message } from '@bellwire/model/message.ts';
import { frameText } from './frame-text.ts';

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
    return this.messages.map(({ content }) => contentWords(content));
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
