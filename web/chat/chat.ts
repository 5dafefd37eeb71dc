// The chat of this page: what it shows, what it has to send, and the link to the server between them.
import type { ServerFrame } from '@bellwire/model/chat.ts';
import { blankChat, forgotten, greeted, lastSeq, queued, received, refused, taken } from './chat-state.ts';
import type { ChatState } from './chat-state.ts';
import type { Keep } from './keep.ts';
import { Link } from './link.ts';
import { Reveal } from './reveal.ts';
import { upload } from './upload.ts';
import { dropUnsent, keepUnsent, newUnsent, readUnsent } from './unsent.ts';
import type { Unsent } from './unsent.ts';

/** So long a message may be on its way before the connection is given up and it is sent again. */
const TAKEN_WITHIN_MS = 12_000;
/** Told here too, before it is all sent. */
const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;
const TYPING_EVERY_MS = 3000;
/** An answer that has not come by then may not come at all. */
const EXPECT_ANSWER_MS = 10_000;

export class Chat {
  readonly #bot: string;
  readonly #keep: Keep;
  readonly #show: (state: ChatState) => void;
  readonly #link: Link;
  readonly #reveal: Reveal;
  #state = blankChat;
  #token: string | undefined;
  /** The one message that is on its way: the next goes when it was taken, so that they keep their order. */
  #sending: string | undefined;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #answerTimer: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;

  constructor({ bot, keep, show }: { bot: string; keep: Keep; show: (state: ChatState) => void }) {
    this.#bot = bot;
    this.#keep = keep;
    this.#show = show;
    keep.onOtherPage((name) => {
      if (name === 'token' && keep.get('token') !== undefined && keep.get('token') !== this.#token)
        this.#link.restart();
    });
    this.#change(queued(this.#state, readUnsent(keep)));
    this.#reveal = new Reveal({
      onShow: (messages) => this.#change(received(this.#state, messages)),
      onWriting: () => this.#change({ ...this.#state, expectsAnswer: true }),
    });
    this.#link = new Link({
      hello: () => this.#hello(),
      onFrame: (frame) => this.#take(frame),
      onState: (link) => {
        this.#sending = undefined;
        clearTimeout(this.#sendTimer);
        this.#change({ ...this.#state, link });
      },
    });
  }

  say(text: string, payload?: string): void {
    this.#add(newUnsent({ text, after: lastSeq(this.#state), ...(payload !== undefined && { payload }) }));
  }

  /** Brings a file to the server, and says it. */
  async attach(file: File): Promise<void> {
    const { name } = file;
    const isGoing = this.#state.upload !== undefined && this.#state.upload.says === undefined;
    if (this.#token === undefined || isGoing) return;
    this.#change({ ...this.#state, upload: { name } });
    try {
      if (file.size > MOST_UPLOAD_BYTES) throw new Error('It is larger than 10 MiB.');
      const uploaded = await upload(file, { bot: this.#bot, token: this.#token });
      this.#change({ ...this.#state, upload: undefined });
      this.#add(newUnsent({ text: uploaded.name, file: uploaded.url, after: lastSeq(this.#state) }));
    } catch (error) {
      const says = error instanceof Error ? error.message : 'Try again later.';
      this.#change({ ...this.#state, upload: { name, says } });
    }
  }

  typing(): void {
    if (Date.now() - this.#typedAt < TYPING_EVERY_MS) return;
    this.#typedAt = Date.now();
    this.#link.send({ is: 'typing' });
  }

  /** Takes back a message that was refused. */
  forget(key: string): void {
    this.#change(forgotten(this.#state, key));
  }

  #hello() {
    this.#token = this.#keep.get('token');
    const hasSome = this.#state.bot !== undefined;
    return {
      is: 'hello',
      bot: this.#bot,
      ...(this.#token !== undefined && { token: this.#token }),
      ...(hasSome && { after: lastSeq(this.#state) }),
    } as const;
  }

  #take(frame: ServerFrame): void {
    if (frame.is === 'ready') this.#greeted(frame);
    else if (frame.is === 'messages') this.#reveal.take(frame.messages);
    else if (frame.is === 'taken') this.#taken(frame.key);
    else if (frame.is === 'problem') this.#problem(frame);
  }

  #greeted(ready: Extract<ServerFrame, { is: 'ready' }>): void {
    // Another page of this browser got a token in the same moment: both must be the one visitor.
    if (ready.token !== undefined && this.#keep.get('token') !== this.#token) return this.#link.restart();
    if (ready.token !== undefined) {
      this.#token = ready.token;
      this.#keep.set('token', ready.token);
    }
    this.#reveal.drop();
    this.#change(queued(greeted(this.#state, ready), readUnsent(this.#keep)));
    this.#sendNext();
  }

  #add(unsent: Unsent): void {
    keepUnsent(this.#keep, unsent);
    this.#change(queued(this.#state, [unsent]));
    this.#sendNext();
  }

  #sendNext(): void {
    if (this.#sending !== undefined || this.#state.link !== 'open') return;
    const next = this.#state.pending.find((one) => one.is === 'waiting');
    if (next === undefined) return;
    const { key, text, payload, file } = next;
    const more = { ...(payload !== undefined && { payload }), ...(file !== undefined && { file }) };
    if (!this.#link.send({ is: 'say', key, text, ...more })) return;
    this.#sending = key;
    this.#sendTimer = setTimeout(() => this.#link.restart(), TAKEN_WITHIN_MS);
  }

  #taken(key: string): void {
    dropUnsent(this.#keep, key);
    this.#change(taken(this.#state, key));
    clearTimeout(this.#answerTimer);
    this.#answerTimer = setTimeout(
      () => this.#change({ ...this.#state, expectsAnswer: false }),
      EXPECT_ANSWER_MS,
    );
    this.#sent();
  }

  #problem({ code, says, key, retryAfterSeconds }: Extract<ServerFrame, { is: 'problem' }>): void {
    if (key === undefined) return;
    if (code === 'bad-input') {
      dropUnsent(this.#keep, key);
      this.#change(refused(this.#state, key, says));
      return this.#sent();
    }
    clearTimeout(this.#sendTimer);
    this.#sendTimer = setTimeout(() => this.#sent(), (retryAfterSeconds ?? 3) * 1000);
  }

  #sent(): void {
    clearTimeout(this.#sendTimer);
    this.#sending = undefined;
    this.#sendNext();
  }

  #change(state: ChatState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#show(state);
  }
}
