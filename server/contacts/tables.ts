// Rows of contacts, their messages and orders.
import type { Generated, JSONColumnType } from 'kysely';
import type { AnyIdentity } from '@bellwire/model/identity.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Content, senders } from '@bellwire/model/message.ts';
import type { Order, OrderItem, OrderStatus } from '@bellwire/model/order.ts';

export interface ContactTables {
  contact: {
    id: string;
    workspace_id: string;
    bot_id: string;
    ns: string;
    name: string | null;
    email: string | null;
    phone: string | null;
    language: string | null;
    time_zone: string | null;
    fields: JSONColumnType<JsonObject>;
    tags: Generated<string[]>;
    paused_until: string | null;
    asking_run_id: string | null;
    last_text: string | null;
    last_seq: Generated<number>;
    newest_order: JSONColumnType<Order> | null;
    visitor_hash: Buffer | null;
    last_seen_at: string | null;
    created_at: Generated<string>;
  };
  contact_identity: {
    workspace_id: string;
    install_id: string;
    kind: AnyIdentity['kind'];
    value: string;
    contact_id: string;
    created_at: Generated<string>;
  };
  message: {
    workspace_id: string;
    contact_id: string;
    seq: number;
    id: string;
    sender: (typeof senders)[number];
    content: JSONColumnType<Content>;
    run_id: string | null;
    sent_at: string;
  };
  message_key: { workspace_id: string; contact_id: string; key: string; created_at: string };
  customer_order: {
    workspace_id: string;
    id: string;
    bot_id: string;
    contact_id: string;
    number: string;
    status: OrderStatus;
    currency: string;
    items: JSONColumnType<OrderItem[]>;
    total: number;
    reference: string | null;
    created_at: string;
    paid_at: string | null;
  };
}
