// The conversation with a contact: its messages, and sending one.
import type { Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { Content, Message } from '@bellwire/model/message.ts';
import { MOST_MESSAGE_CHARACTERS } from '@bellwire/model/message.ts';
import type { contactOperations } from '@bellwire/model/operations/contacts.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { getContact } from './contact-view.ts';
import { LANE_TIMEOUT_MS } from './edit-contact.ts';
import type { SendArrival } from '../lanes/arrival.ts';
import type { ContactTables } from './tables.ts';

const cursorKey = z.tuple([z.int()]);

export const conversationHandlers: Pick<
  Handlers<keyof typeof contactOperations>,
  'listMessages' | 'sendMessage'
> = {
  async listMessages({ contactId, limit, after }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      await getContact(tx, { id: contactId });
      let query = tx
        .selectFrom('message')
        .selectAll()
        .where('contact_id', '=', contactId)
        .orderBy('seq', 'desc')
        .limit(limit + 1);
      if (after !== undefined) query = query.where('seq', '<', readCursor(after, cursorKey)[0]);
      return query.execute();
    });
    const page = pageOfRows(rows, limit, (last) => [last.seq]);
    return { rows: page.rows.map(viewMessage), next: page.next };
  },

  async sendMessage({ contactId, content }, context) {
    refuseWrongText(content);
    await context.inWorkspace((tx) => getContact(tx, { id: contactId }));
    const id = uuidV7();
    const sender = context.caller.is === 'key' ? 'bot' : 'member';
    const arrival: SendArrival = { kind: 'send', content, sender };
    await context.lanes.arriveAndSee(
      { id, workspaceId: context.workspaceId, lane: contactId, arrival },
      LANE_TIMEOUT_MS,
    );
    return context.inWorkspace((tx) => getMessage(tx, contactId, id));
  },
};

/** A message that was sent as an arrival has the arrival's id: sent again, it is the same message. */
async function getMessage(tx: Transaction<Tables>, contactId: string, id: string): Promise<Message> {
  const newest = tx.selectFrom('message').selectAll().where('contact_id', '=', contactId);
  const row = await newest.where('id', '=', id).orderBy('seq', 'desc').executeTakeFirst();
  if (row === undefined) {
    throw new ProblemError('not-ready', {
      says: 'The message was accepted, but is not in the conversation yet. Read the conversation in a moment.',
    });
  }
  return viewMessage(row);
}

export function viewMessage(row: Selectable<ContactTables['message']>): Message {
  return { id: row.id, seq: row.seq, from: row.sender, content: row.content, sentAt: row.sent_at };
}

function refuseWrongText(content: Content): void {
  if (content.is !== 'text') return;
  const length = content.text.length;
  if (content.text.trim() !== '' && length <= MOST_MESSAGE_CHARACTERS) return;
  const says = `The text has ${length} characters; from 1 to ${MOST_MESSAGE_CHARACTERS} are taken, and not only spaces.`;
  throw new ProblemError('bad-input', { complaints: [{ path: ['content', 'text'], says }] });
}
