// Lets the bot seem to write before it speaks: a message that asks for it is shown a little later, and what follows it waits.
import type { Message } from '@bellwire/model/message.ts';

interface RevealOptions {
  readonly onShow: (messages: readonly Message[]) => void;
  /** Somebody is writing now. */
  readonly onWriting: () => void;
}

export class Reveal {
  readonly #options: RevealOptions;
  #waiting: Message[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RevealOptions) {
    this.#options = options;
  }

  /** In the order of the conversation. */
  take(messages: readonly Message[]): void {
    this.#waiting.push(...messages);
    if (this.#timer === undefined) this.#next();
  }

  /** What waits is forgotten: it comes again with the next greeting. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #next(): void {
    this.#timer = undefined;
    const firstLater = this.#waiting.findIndex(({ content }) => (content.typingSeconds ?? 0) > 0);
    const now = this.#waiting.splice(0, firstLater === -1 ? this.#waiting.length : firstLater);
    if (now.length > 0) this.#options.onShow(now);
    const [later] = this.#waiting;
    if (later === undefined) return;
    this.#options.onWriting();
    this.#timer = setTimeout(
      () => {
        this.#waiting.shift();
        this.#options.onShow([later]);
        this.#next();
      },
      (later.content.typingSeconds ?? 0) * 1000,
    );
  }
}
