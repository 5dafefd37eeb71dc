// An event as lists and stories show it: with the names of what it is about.
import type { Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Tables } from '../database/tables.ts';
import type { InstalledApp } from '../installs/installed-apps.ts';
import type { EventRow } from './event-row.ts';

export type EventView = OutputOf<'listEvents'>['rows'][number];

/** What is refused by its key or its form names no trigger, and still has to be called something. */
const UNREAD = 'A request that was not read';

export interface ContactName {
  readonly id: string;
  readonly ns: string;
  readonly name: string | null;
}

export async function readContactNames(
  tx: Transaction<Tables>,
  rows: readonly EventRow[],
): Promise<Map<string, ContactName>> {
  const ids = [...new Set(rows.flatMap((row) => row.contact_id ?? []))];
  if (ids.length === 0) return new Map();
  const contacts = await tx
    .selectFrom('contact')
    .select(['id', 'ns', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(contacts.map((contact) => [contact.id, contact]));
}

export function viewEvent(
  row: EventRow,
  installs: readonly InstalledApp[],
  contacts: ReadonlyMap<string, ContactName>,
): EventView {
  const install = installs.find((candidate) => candidate.id === row.install_id);
  const contact = row.contact_id === null ? undefined : contacts.get(row.contact_id);
  return {
    id: row.id,
    trigger: row.trigger,
    triggerLabel:
      install?.app.triggers.find((trigger) => trigger.name === row.trigger)?.label ?? (row.trigger || UNREAD),
    installId: row.install_id,
    installName: install?.name ?? '',
    appLabel: install?.app.label ?? '',
    logo: install?.app.logo ?? null,
    botId: row.bot_id,
    contactId: row.contact_id,
    contactNs: contact?.ns ?? row.contact_ns,
    contactName: contact?.name ?? null,
    state: row.state,
    reason: row.reason,
    items: row.items,
    source: row.source,
    firedAt: row.fired_at,
    settledAt: row.settled_at,
  };
}
