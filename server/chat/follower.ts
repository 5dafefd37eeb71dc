// Follows one conversation for one page: each message once, in order, whatever the feed repeats or misses.
import type { Message } from '@bellwire/model/message.ts';
import type { ConversationFeed } from '../lanes/conversation-feed.ts';

interface FollowOptions {
  readonly contactId: string;
  /** The last message the page has. */
  readonly after: number;
  readonly feed: ConversationFeed;
  /** The next messages from the table; an empty list is the end. */
  readonly read: (contactId: string, after: number) => Promise<readonly Message[]>;
  readonly tell: (messages: readonly Message[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Listens first and reads then, so that nothing can fall between. */
export class Follower {
  readonly #options: FollowOptions;
  readonly #unlisten: () => void;
  #lastSeq: number;
  #reading = false;
  #heardMore = false;
  #stopped = false;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#lastSeq = options.after;
    this.#unlisten = options.feed.listen(options.contactId, (messages) => this.take(messages));
    void this.#readOn();
  }

  /** The last message that was told. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Tells at once what follows without a gap; anything else, and the bare word that there is something, makes it read the table. */
  take(messages: readonly Message[]): void {
    const next = messages
      .filter(({ seq }) => seq > this.#lastSeq)
      .toSorted((one, other) => one.seq - other.seq);
    if (next.length === 0 && messages.length > 0) return;
    const goesOn = next.length > 0 && next.every(({ seq }, index) => seq === this.#lastSeq + 1 + index);
    // What is on its way from the table may be older than what has just come.
    if (this.#reading) this.#heardMore = true;
    else if (goesOn) this.#tell(next);
    else void this.#readOn();
  }

  stop(): void {
    this.#stopped = true;
    this.#unlisten();
  }

  /** A read that fails is left to the next look round. */
  async #readOn(): Promise<void> {
    const { contactId, read, onError } = this.#options;
    this.#reading = true;
    try {
      let isMore = true;
      while (isMore && !this.#stopped) {
        this.#heardMore = false;
        const messages = await read(contactId, this.#lastSeq);
        this.#tell(messages);
        isMore = messages.length > 0 || this.#heardMore;
      }
    } catch (error) {
      onError(error);
    } finally {
      this.#reading = false;
    }
  }

  #tell(messages: readonly Message[]): void {
    const last = messages.at(-1);
    if (last === undefined || this.#stopped) return;
    this.#lastSeq = last.seq;
    this.#options.tell(messages);
  }
}
