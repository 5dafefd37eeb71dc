// The socket to the server, opened again and again for as long as the page lives.
import type { ClientFrame, Hello, ServerFrame } from '@bellwire/model/chat.ts';
import { BEAT_SECONDS, CHAT_GONE, CHAT_SOCKET_PATH } from '@bellwire/model/chat-socket.ts';

interface LinkOptions {
  /** The first frame of every connection. */
  readonly hello: () => Hello;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState: (state: 'connecting' | 'broken' | 'gone') => void;
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Two beats missed and some slack: the other side is gone, whatever the socket says. */
const SILENCE_MS = (2 * BEAT_SECONDS + 5) * 1000;

export class Link {
  readonly #options: LinkOptions;
  #socket: WebSocket | undefined;
  #drops = new AbortController();
  #failures = 0;
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isGone = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    addEventListener('online', () => this.#wake());
    addEventListener('offline', () => this.restart());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#wake();
    });
    this.#connect();
  }

  /** False where there is no connection: nothing is kept here to be sent later. */
  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Leaves the present connection for a new one. */
  restart(): void {
    this.#drop();
    this.#retry();
  }

  #connect(): void {
    clearTimeout(this.#timer);
    this.#options.onState('connecting');
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${CHAT_SOCKET_PATH}`);
    this.#socket = socket;
    this.#heard();
    const { signal } = this.#drops;
    socket.addEventListener('open', () => this.send(this.#options.hello()), { signal });
    socket.addEventListener('message', ({ data }) => this.#take(readFrame(data)), { signal });
    socket.addEventListener('close', ({ code }) => this.#closed(code), { signal });
  }

  #take(frame: ServerFrame | undefined): void {
    this.#heard();
    if (frame?.is === 'ready') this.#failures = 0;
    if (frame !== undefined) this.#options.onFrame(frame);
  }

  #closed(code: number): void {
    this.#drop();
    this.#isGone = code === CHAT_GONE;
    if (this.#isGone) this.#options.onState('gone');
    else this.#retry();
  }

  #retry(): void {
    this.#options.onState('broken');
    const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** this.#failures);
    this.#failures += 1;
    // Spread, so that a restarted server does not get all pages back at one moment.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), pause * (0.5 + Math.random()));
  }

  #heard(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.restart(), SILENCE_MS);
  }

  /** The network or the page is back: a machine that slept has no use for the timers it had. */
  #wake(): void {
    if (this.#isGone) return;
    if (this.#socket === undefined) {
      this.#failures = 0;
      this.#connect();
    } else if (Date.now() - this.#heardAt > SILENCE_MS / 2) this.restart();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket === undefined) return;
    // What it may still have to say is no longer heard.
    this.#drops.abort();
    this.#drops = new AbortController();
    socket.close();
  }
}

/** Our own server has checked it: here only what the page could not go on without. */
function readFrame(data: unknown): ServerFrame | undefined {
  const value: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
  return isFrame(value) ? value : undefined;
}

function isFrame(value: unknown): value is ServerFrame {
  return typeof value === 'object' && value !== null && 'is' in value && typeof value.is === 'string';
}
