// Reads conversations from the table, which always has the whole of them.
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Content, Message } from '@bellwire/model/message.ts';
import type { Tables } from '../database/tables.ts';
import type { ChatContact } from './visitors.ts';

/** Of one conversation, at once. */
export const MOST_MESSAGES = 200;

/** The next ones, in their order; full when there may be more. */
export async function readMessages(
  platform: Kysely<Tables>,
  contactId: string,
  after: number,
): Promise<Message[]> {
  const rows = await platform
    .selectFrom('message')
    .select(['id', 'seq', 'sender', 'content', 'sent_at'])
    .where('contact_id', '=', contactId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(MOST_MESSAGES)
    .execute();
  return rows.map(toMessage);
}

/** How far the page of a visitor has got. */
export interface Standing {
  readonly visitor: Buffer;
  readonly lastSeq: number;
}

export interface Missed {
  /** Which of the standings this belongs to. */
  readonly index: number;
  readonly contact: ChatContact;
  readonly messages: Message[];
}

/** Finds, among many, the visitors whose conversation has gone on without them: one query, however many there are. */
export async function readMissed(
  platform: Kysely<Tables>,
  standings: readonly Standing[],
): Promise<Missed[]> {
  const { rows } = await sql<MissedRow>`
    select page.n, contact.id as contact_id, contact.workspace_id, contact.last_seq,
           message.id, message.seq, message.sender, message.content, message.sent_at
      from unnest(${standings.map(({ visitor }) => visitor)}::bytea[], ${standings.map(({ lastSeq }) => lastSeq)}::int[])
           with ordinality as page (visitor, last_seq, n)
      join contact on contact.visitor_hash = page.visitor and contact.last_seq > page.last_seq
     cross join lateral (
           select * from message where contact_id = contact.id and seq > page.last_seq order by seq limit ${MOST_MESSAGES}
           ) message
     order by page.n, message.seq`.execute(platform);
  const missed = new Map<number, Missed>();
  for (const row of rows) {
    const known = missed.get(row.n);
    if (known !== undefined) known.messages.push(toMessage(row));
    else missed.set(row.n, toMissed(row));
  }
  return [...missed.values()];
}

interface MessageRow {
  readonly id: string;
  readonly seq: number;
  readonly sender: Message['from'];
  readonly content: Content;
  readonly sent_at: string;
}

interface MissedRow extends MessageRow {
  readonly n: number;
  readonly contact_id: string;
  readonly workspace_id: string;
  readonly last_seq: number;
}

function toMissed(row: MissedRow): Missed {
  const contact = { id: row.contact_id, workspaceId: row.workspace_id, lastSeq: row.last_seq };
  return { index: row.n - 1, contact, messages: [toMessage(row)] };
}

function toMessage({ id, seq, sender, content, sent_at }: MessageRow): Message {
  return { id, seq, from: sender, content, sentAt: sent_at };
}
