// Finding contacts: the list, the last seen first, and one by its id or its public id.
import { z } from 'zod';
import type { contactOperations } from '@bellwire/model/operations/contacts.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import { containing } from '../database/like-pattern.ts';
import { thisWorkspace } from '../database/tenant.ts';
import type { Handlers } from '../http/handler.ts';
import { getContact, selectContacts, viewContact } from './contact-view.ts';

const cursorKey = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

export const contactListHandlers: Pick<
  Handlers<keyof typeof contactOperations>,
  'listContacts' | 'getContact' | 'findContact'
> = {
  async listContacts({ botId, search, limit, after }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      let query = selectContacts(tx)
        .where('contact.workspace_id', '=', thisWorkspace)
        .orderBy('contact.last_seen_at', (order) => order.desc().nullsLast())
        .orderBy('contact.id', 'desc')
        .limit(limit + 1);
      if (botId !== undefined) query = query.where('contact.bot_id', '=', botId);
      if (search !== undefined) {
        const pattern = containing(search);
        query = query.where((contact) =>
          contact.or(
            (['name', 'email', 'phone', 'ns'] as const).map((column) =>
              contact(`contact.${column}`, 'ilike', pattern),
            ),
          ),
        );
      }
      if (after !== undefined) {
        const [seenAt, id] = readCursor(after, cursorKey);
        query = query.where((contact) =>
          contact.or([
            ...(seenAt === null
              ? []
              : [contact('contact.last_seen_at', '<', seenAt), contact('contact.last_seen_at', 'is', null)]),
            contact.and([
              contact('contact.last_seen_at', 'is not distinct from', seenAt),
              contact('contact.id', '<', id),
            ]),
          ]),
        );
      }
      return query.execute();
    });
    const page = pageOfRows(rows, limit, (last) => [last.last_seen_at, last.id]);
    return { rows: page.rows.map(viewContact), next: page.next };
  },

  async getContact({ contactId }, context) {
    return context.inWorkspace((tx) => getContact(tx, { id: contactId }));
  },

  async findContact({ ns }, context) {
    return context.inWorkspace((tx) => getContact(tx, { ns }));
  },
};
