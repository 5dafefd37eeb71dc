// A contact as the API shows it.
import type { Selectable, SelectQueryBuilder, Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';

export type ContactView = OutputOf<'getContact'>;

const columns = [
  'contact.id',
  'contact.ns',
  'contact.bot_id',
  'contact.name',
  'contact.email',
  'contact.phone',
  'contact.language',
  'contact.time_zone',
  'contact.tags',
  'contact.fields',
  'contact.paused_until',
  'contact.last_text',
  'contact.last_seen_at',
  'contact.created_at',
] as const;

export function selectContacts(tx: Transaction<Tables>) {
  return tx
    .selectFrom('contact')
    .innerJoin('bot', 'bot.id', 'contact.bot_id')
    .select(columns)
    .select('bot.name as bot_name');
}

type ContactQuery = ReturnType<typeof selectContacts>;
type ContactRow =
  ContactQuery extends SelectQueryBuilder<infer _Tables, infer _Names, infer Row> ? Selectable<Row> : never;

/** @throws ProblemError `not-found` */
export async function getContact(
  tx: Transaction<Tables>,
  by: { readonly id: string } | { readonly ns: string },
): Promise<ContactView> {
  const query = selectContacts(tx);
  const row = await (
    'id' in by ? query.where('contact.id', '=', by.id) : query.where('contact.ns', '=', by.ns)
  ).executeTakeFirst();
  if (row === undefined)
    throw new ProblemError('not-found', { says: 'There is no such contact in this workspace.' });
  return viewContact(row);
}

export function viewContact(row: ContactRow): ContactView {
  return {
    id: row.id,
    ns: row.ns,
    botId: row.bot_id,
    botName: row.bot_name,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    timeZone: row.time_zone,
    tags: row.tags,
    fields: row.fields,
    pausedUntil: row.paused_until,
    lastText: row.last_text,
    lastSeenAt: row.last_seen_at,
    createdAt: row.created_at,
  };
}
