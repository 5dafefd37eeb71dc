// Events as they lie in the database: settled ones in their table, accepted ones still in the log of their lane.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { EventSource, EventState } from '@bellwire/model/event.ts';
import type { Json } from '@bellwire/model/json.ts';
import { containing } from '../database/like-pattern.ts';
import type { Tables } from '../database/tables.ts';
import { thisWorkspace } from '../database/tenant.ts';
import type { FireArrival } from '../lanes/arrival.ts';

export interface EventRow {
  readonly id: string;
  readonly install_id: string | null;
  readonly trigger: string;
  /** Null where no contact was found, and while it waits. */
  readonly bot_id: string | null;
  readonly contact_id: string | null;
  /** What was sent as the contact, where none was found by it. */
  readonly contact_ns: string | null;
  readonly items: Json;
  readonly source: EventSource;
  readonly state: EventState;
  readonly reason: string | null;
  readonly cause_run_id: string | null;
  readonly url_id: string | null;
  readonly fired_by: string;
  readonly fired_at: string;
  readonly settled_at: string | null;
  readonly arrival: readonly GateRecord[];
  readonly decisions: readonly Decision[];
}

export interface EventFilter {
  readonly state?: EventState | undefined;
  readonly installId?: string | undefined;
  readonly trigger?: string | undefined;
  readonly botId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly source?: EventSource | undefined;
  readonly id?: string | undefined;
  /** Only events older than this one. */
  readonly before?: string | undefined;
  /** Only this one and later ones. */
  readonly since?: string | undefined;
  /** Only events that hold this text: in an id, in the contact's name or public id, or in any item. */
  readonly text?: string | undefined;
}

/** The newest first. */
export async function readSettled(
  tx: Transaction<Tables>,
  filter: EventFilter,
  limit: number,
): Promise<EventRow[]> {
  let query = tx
    .selectFrom('event')
    .where('workspace_id', '=', thisWorkspace)
    .orderBy('event.id', 'desc')
    .select(['event.id', 'install_id', 'trigger', 'bot_id', 'contact_id', 'contact_ns', 'items', 'source'])
    .select(['state', 'reason', 'cause_run_id', 'url_id', 'fired_by', 'fired_at', 'settled_at'])
    .select(['arrival', 'decisions'])
    .limit(limit);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.installId !== undefined) query = query.where('install_id', '=', filter.installId);
  if (filter.trigger !== undefined) query = query.where('trigger', '=', filter.trigger);
  if (filter.botId !== undefined) query = query.where('bot_id', '=', filter.botId);
  if (filter.contactId !== undefined) query = query.where('contact_id', '=', filter.contactId);
  if (filter.source !== undefined) query = query.where('source', '=', filter.source);
  if (filter.id !== undefined) query = query.where('event.id', '=', filter.id);
  if (filter.before !== undefined) query = query.where('event.id', '<', filter.before);
  if (filter.since !== undefined) query = query.where('event.id', '>=', filter.since);
  if (filter.text !== undefined) {
    const pattern = containing(filter.text);
    query = query.where(
      sql<boolean>`(items::text ilike ${pattern} or event.id::text ilike ${pattern} or cause_run_id::text ilike ${pattern}
        or trigger ilike ${pattern} or contact_ns ilike ${pattern} or ${contactHolds(sql.ref('event.contact_id'), pattern)})`,
    );
  }
  return query.execute();
}

/** The event that stands so many places behind the newest, whatever it is about; null when there are not so many. */
export async function findEvent(
  tx: Transaction<Tables>,
  { before, since }: Pick<EventFilter, 'before' | 'since'>,
  place: number,
): Promise<string | null> {
  let query = tx
    .selectFrom('event')
    .select('id')
    .where('workspace_id', '=', thisWorkspace)
    .orderBy('id', 'desc');
  if (before !== undefined) query = query.where('id', '<', before);
  if (since !== undefined) query = query.where('id', '>=', since);
  const row = await query
    .offset(place - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Accepted, but not worked off yet. The log has no index by workspace: it is short, or it is the trouble one looks into. */
export async function readWaiting(
  tx: Transaction<Tables>,
  filter: EventFilter,
  limit: number,
): Promise<EventRow[]> {
  if (filter.state !== undefined && filter.state !== 'waiting') return [];
  let query = tx
    .selectFrom('lane_log')
    .select(['id', 'lane', 'accepted_at'])
    .select(sql<FireArrival>`body`.as('body'))
    .where('kind', '=', 'fire')
    .orderBy('id', 'desc')
    .limit(limit);
  if (filter.installId !== undefined) query = query.where(sql`body ->> 'installId'`, '=', filter.installId);
  if (filter.trigger !== undefined) query = query.where(sql`body ->> 'trigger'`, '=', filter.trigger);
  if (filter.source !== undefined) query = query.where(sql`body ->> 'source'`, '=', filter.source);
  if (filter.contactId !== undefined) query = query.where('lane', '=', filter.contactId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.before !== undefined) query = query.where('id', '<', filter.before);
  if (filter.since !== undefined) query = query.where('id', '>=', filter.since);
  const { botId } = filter;
  if (botId !== undefined)
    query = query.where('lane', 'in', (of) =>
      of.selectFrom('contact').select('id').where('bot_id', '=', botId),
    );
  if (filter.text !== undefined) {
    const pattern = containing(filter.text);
    query = query.where(
      sql<boolean>`(body ->> 'items' ilike ${pattern} or id::text ilike ${pattern} or body ->> 'causeRunId' ilike ${pattern}
        or body ->> 'trigger' ilike ${pattern} or ${contactHolds(sql.ref('lane'), pattern)})`,
    );
  }
  const rows = await query.execute();
  return rows.map(waitingRow);
}

function contactHolds(id: RawBuilder<unknown>, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from contact where contact.id = ${id}
    and (contact.ns ilike ${pattern} or contact.name ilike ${pattern} or contact.id::text ilike ${pattern}))`;
}

interface WaitingRow {
  readonly id: string;
  readonly lane: string;
  readonly accepted_at: string;
  readonly body: FireArrival;
}

function waitingRow({ id, lane, accepted_at, body }: WaitingRow): EventRow {
  return {
    id,
    install_id: body.installId,
    trigger: body.trigger,
    bot_id: null,
    contact_id: lane,
    contact_ns: null,
    items: body.items,
    source: body.source,
    state: 'waiting',
    reason: null,
    cause_run_id: body.causeRunId,
    url_id: body.urlId,
    fired_by: body.firedBy,
    fired_at: accepted_at,
    settled_at: null,
    arrival: body.arrival,
    decisions: [],
  };
}
