// The orders of contacts, newest first.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { contactOperations } from '@bellwire/model/operations/contacts.ts';
import type { Order } from '@bellwire/model/order.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Handlers } from '../http/handler.ts';
import type { ContactTables } from './tables.ts';

const cursorKey = z.tuple([z.uuid()]);

export const orderHandlers: Pick<Handlers<keyof typeof contactOperations>, 'listOrders'> = {
  async listOrders({ contactId, botId, limit, after }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      let query = tx
        .selectFrom('customer_order')
        .innerJoin('contact', 'contact.id', 'customer_order.contact_id')
        .selectAll('customer_order')
        .select(['contact.ns as contact_ns', 'contact.name as contact_name'])
        // Ids sort by the time they were made, and the primary key begins with the workspace: no index of its own is needed.
        .orderBy('customer_order.id', 'desc')
        .limit(limit + 1);
      if (contactId !== undefined) query = query.where('customer_order.contact_id', '=', contactId);
      if (botId !== undefined) query = query.where('customer_order.bot_id', '=', botId);
      if (after !== undefined) query = query.where('customer_order.id', '<', readCursor(after, cursorKey)[0]);
      return query.execute();
    });
    const page = pageOfRows(rows, limit, (last) => [last.id]);
    return {
      rows: page.rows.map((row) => ({
        ...viewOrder(row),
        contactId: row.contact_id,
        contactNs: row.contact_ns,
        contactName: row.contact_name,
      })),
      next: page.next,
    };
  },
};

export function viewOrder(row: Selectable<ContactTables['customer_order']>): Order {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    currency: row.currency,
    items: row.items,
    total: row.total,
    reference: row.reference,
    createdAt: row.created_at,
    paidAt: row.paid_at,
  };
}
