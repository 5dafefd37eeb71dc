// Visitors of web chats: who holds which token, and the contact that is made for one who begins to speak.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';

export interface ChatBot {
  readonly id: string;
  readonly workspaceId: string;
  readonly number: number;
  readonly name: string;
  readonly greeting: string;
}

export interface ChatContact {
  readonly id: string;
  readonly workspaceId: string;
  readonly lastSeq: number;
}

export async function findChatBot(platform: Kysely<Tables>, publicId: string): Promise<ChatBot | undefined> {
  return platform
    .selectFrom('bot')
    .select(['id', 'workspace_id as workspaceId', 'number', 'name', 'greeting'])
    .where('public_id', '=', publicId)
    .executeTakeFirst();
}

/** The bot is part of the hash: a token carried to another bot's chat is that of a stranger there. */
export function visitorHash(bot: Pick<ChatBot, 'id'>, tokenHash: Buffer): Buffer {
  return createHash('sha256').update(bot.id).update(tokenHash).digest();
}

export async function findContact(
  platform: Kysely<Tables>,
  visitor: Buffer,
): Promise<ChatContact | undefined> {
  return platform
    .selectFrom('contact')
    .select(['id', 'workspace_id as workspaceId', 'last_seq as lastSeq'])
    .where('visitor_hash', '=', visitor)
    .executeTakeFirst();
}

/** Two pages of one visitor may come here at once: the unique hash lets one of them make the contact, and both get it. */
export async function makeContact(
  platform: Kysely<Tables>,
  bot: ChatBot,
  visitor: Buffer,
): Promise<ChatContact> {
  await platform
    .insertInto('contact')
    .values({
      id: uuidV7(),
      workspace_id: bot.workspaceId,
      bot_id: bot.id,
      ns: sql`${`f${bot.number}u`} || nextval('contact_number')`,
      fields: '{}',
      visitor_hash: visitor,
    })
    .onConflict((conflict) => conflict.column('visitor_hash').doNothing())
    .execute();
  const contact = await findContact(platform, visitor);
  if (contact === undefined) throw new Error('The contact was removed in the moment it was made.');
  return contact;
}
