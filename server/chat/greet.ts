// The first answer to a page: the bot, the visitor's token, and the messages the page does not have.
import type { Kysely } from 'kysely';
import type { Hello, ServerFrame } from '@bellwire/model/chat.ts';
import { MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import type { Tables } from '../database/tables.ts';
import { createToken, readToken } from '../people/token.ts';
import { MOST_MESSAGES, readMessages } from './read-messages.ts';
import { findChatBot, findContact, visitorHash } from './visitors.ts';
import type { ChatBot, ChatContact } from './visitors.ts';

interface Greeting {
  readonly ready: Extract<ServerFrame, { is: 'ready' }>;
  readonly bot: ChatBot;
  /** The hash by which the visitor is known. */
  readonly visitor: Buffer;
  /** Nobody before the visitor's first word: a page that is only looked at leaves no row behind. */
  readonly contact: ChatContact | undefined;
  /** The last message the page has with this. */
  readonly lastSeq: number;
}

/**
 * A page without a token gets one to keep before it says anything: the token it then speaks with is the same after a
 * lost connection, so a first message that is sent twice makes one contact. Undefined: there is no such bot.
 */
export async function greet(platform: Kysely<Tables>, hello: Hello): Promise<Greeting | undefined> {
  const bot = await findChatBot(platform, hello.bot);
  if (bot === undefined) return undefined;
  const { hash, token } = visitorToken(hello.token);
  const visitor = visitorHash(bot, hash);
  const contact = token === undefined ? await findContact(platform, visitor) : undefined;
  // A page that is ahead of its conversation has seen another one, which was removed.
  const goesOn = contact !== undefined && hello.after !== undefined && hello.after <= contact.lastSeq;
  const after = goesOn ? (hello.after ?? 0) : Math.max(0, (contact?.lastSeq ?? 0) - MOST_MESSAGES);
  const isBehind = contact !== undefined && after < contact.lastSeq;
  const messages = isBehind ? await readMessages(platform, contact.id, after) : [];
  const ready: Greeting['ready'] = {
    is: 'ready',
    ...(token !== undefined && { token }),
    bot: { name: bot.name },
    greeting: bot.greeting,
    mostCharacters: MOST_MESSAGE_CHARACTERS,
    fresh: !goesOn,
    messages,
  };
  return { ready, bot, visitor, contact, lastSeq: messages.at(-1)?.seq ?? after };
}

/** `token` only where it is a new one. */
function visitorToken(brought: string | undefined): { readonly hash: Buffer; readonly token?: string } {
  const read = readToken(brought, 'vis');
  return read.is === 'token' ? { hash: read.hash } : createToken('vis');
}
