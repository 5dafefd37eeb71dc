// One page of a web chat at the other end of a socket: it says who it is, speaks, and follows its conversation.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { CHAT_GONE } from '@bellwire/model/chat-socket.ts';
import type { ClientFrame, Hello, Say, ServerFrame } from '@bellwire/model/chat.ts';
import type { Message } from '@bellwire/model/message.ts';
import { ProblemError, problems } from '@bellwire/model/problem.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import type { Tables } from '../database/tables.ts';
import type { ConversationFeed } from '../lanes/conversation-feed.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { RateAnswer, RateLimit } from '../people/rate-limit.ts';
import type { ChatGuards } from './chat-limits.ts';
import { findUpload } from './find-upload.ts';
import { Follower } from './follower.ts';
import { greet } from './greet.ts';
import { readFrame } from './read-frame.ts';
import { readMessages } from './read-messages.ts';
import type { Standing } from './read-messages.ts';
import { findContact, makeContact } from './visitors.ts';
import type { ChatBot, ChatContact } from './visitors.ts';

export interface ChatRooms {
  readonly platform: Kysely<Tables>;
  /** Where files of visitors can be read from outside. */
  readonly publicUrl: string;
  readonly lanes: Pick<LaneDoor, 'say'>;
  readonly feed: ConversationFeed;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Called every few seconds while a contact writes. */
  readonly onTyping?: (contactId: string) => void;
}

/** The socket, as far as the connection needs it. */
export interface Wire {
  /** Who is at the other end, for the limits. */
  readonly address: string;
  send(frame: ServerFrame): void;
  close(code: number, reason: string): void;
}

interface Visit {
  readonly bot: ChatBot;
  readonly visitor: Buffer;
  contact?: ChatContact;
  follower?: Follower;
}

/** The close code for a page that breaks the rules of the conversation. */
const POLICY = 1008;
/** The page stays without a greeting: it has to come again. */
const TRY_AGAIN = 1013;

export class ChatConnection {
  readonly #rooms: ChatRooms;
  readonly #guards: ChatGuards;
  readonly #wire: Wire;
  readonly #frames: RateLimit;
  #visit: Visit | undefined;
  #work = Promise.resolve();
  #ended = false;

  constructor(rooms: ChatRooms, guards: ChatGuards, wire: Wire) {
    this.#rooms = rooms;
    this.#guards = guards;
    this.#wire = wire;
    this.#frames = guards.frames();
  }

  /** Takes a frame as it came. Frames are worked off one after the other, so what is said keeps its order. */
  receive(text: string): void {
    if (this.#frames.take('').is === 'limited') return this.#wire.close(POLICY, 'Too many frames.');
    const read = readFrame(text);
    if (read.is === 'refused') {
      const { says, key } = read;
      this.#wire.send({ is: 'problem', code: 'bad-input', says, ...(key !== undefined && { key }) });
      return;
    }
    this.#work = this.#work.then(() => this.#takeAndAnswer(read.frame));
  }

  /** Where the page stands; undefined until it has said who it is. */
  get standing(): Standing | undefined {
    return this.#visit && { visitor: this.#visit.visitor, lastSeq: this.#visit.follower?.lastSeq ?? 0 };
  }

  /** The conversation has gone on without this page; where it had none yet, another page of the visitor has begun it. */
  catchUp(contact: ChatContact, messages: readonly Message[]): void {
    if (this.#visit === undefined) return;
    if (this.#visit.follower === undefined) this.#follow(this.#visit, contact, 0);
    else this.#visit.follower.take(messages);
  }

  end(): void {
    this.#ended = true;
    this.#visit?.follower?.stop();
  }

  async #takeAndAnswer(frame: ClientFrame): Promise<void> {
    if (this.#ended) return;
    try {
      await this.#take(frame);
    } catch (error) {
      this.#wire.send(this.#problem(error, frame.is === 'say' ? frame.key : undefined));
      if (this.#visit === undefined) this.#wire.close(TRY_AGAIN, 'The chat cannot be opened now.');
    }
  }

  async #take(frame: ClientFrame): Promise<void> {
    if (frame.is === 'hello') return this.#hello(frame);
    if (this.#visit === undefined)
      throw new ProblemError('bad-input', { says: 'A connection says "hello" first.' });
    if (frame.is === 'say') return this.#say(frame, this.#visit);
    if (this.#visit.contact !== undefined) this.#rooms.onTyping?.(this.#visit.contact.id);
  }

  async #hello(frame: Hello): Promise<void> {
    if (this.#visit !== undefined)
      throw new ProblemError('bad-input', { says: 'A connection says "hello" once.' });
    const greeting = await greet(this.#rooms.platform, frame);
    if (greeting === undefined) {
      this.#wire.send({ is: 'problem', code: 'not-found', says: 'There is no chat at this address.' });
      return this.#wire.close(CHAT_GONE, 'There is no chat at this address.');
    }
    const { ready, bot, visitor, contact, lastSeq } = greeting;
    this.#visit = { bot, visitor };
    this.#wire.send(ready);
    if (contact !== undefined) this.#follow(this.#visit, contact, lastSeq);
  }

  async #say({ key, text, payload, file: url }: Say, visit: Visit): Promise<void> {
    allow(this.#guards.visitorMessages.take(visit.visitor.toString('base64')));
    allow(this.#guards.addressMessages.take(this.#wire.address));
    const { platform, publicUrl } = this.#rooms;
    const file =
      url === undefined ? undefined : await findUpload(platform, visit.visitor, { url, publicUrl });
    const contact = visit.contact ?? (await this.#contactOf(visit));
    this.#follow(visit, contact, 0);
    const { id: contactId, workspaceId } = contact;
    const said = { workspaceId, contactId, key, text, payload: payload ?? null };
    await this.#rooms.lanes.say(file === undefined ? said : { ...said, file });
    this.#wire.send({ is: 'taken', key });
  }

  async #contactOf({ bot, visitor }: Visit): Promise<ChatContact> {
    const { platform } = this.#rooms;
    const known = await findContact(platform, visitor);
    if (known !== undefined) return known;
    allow(this.#guards.newContacts.take(this.#wire.address));
    return makeContact(platform, bot, visitor);
  }

  #follow(visit: Visit, contact: ChatContact, after: number): void {
    if (this.#ended || visit.follower !== undefined) return;
    const { platform, feed, log } = this.#rooms;
    visit.contact = contact;
    visit.follower = new Follower({
      contactId: contact.id,
      after,
      feed,
      read: (contactId, seq) => readMessages(platform, contactId, seq),
      tell: (messages) => this.#wire.send({ is: 'messages', messages: [...messages] }),
      onError: (err) =>
        log.warn({ err, contactId: contact.id }, 'A conversation could not be read now; it is tried again.'),
    });
  }

  #problem(error: unknown, key: string | undefined): ServerFrame {
    const { code, message, retryAfterSeconds } = asProblem(error);
    const reference = problems[code].who === 'us' ? randomUUID() : undefined;
    if (reference !== undefined)
      this.#rooms.log.error({ err: error, reference }, 'A frame of a web chat failed.');
    return {
      is: 'problem',
      code,
      says: reference === undefined ? message : `${message} Reference: ${reference}`,
      ...(key !== undefined && { key }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError(isDatabaseAway(error) ? 'not-ready' : 'internal', { cause: error });
}

function allow(answer: RateAnswer): void {
  if (answer.is === 'allowed') return;
  throw new ProblemError('too-many-requests', {
    says: 'These are many messages in a short time. The rest is sent in a moment.',
    retryAfterSeconds: answer.retryAfterSeconds,
  });
}
