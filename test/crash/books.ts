// What the database holds after the run, read by plain SQL past the server's own code.
import type { Database } from './database.ts';

type Snapshot = Pick<Database, 'query'>;

export interface Books {
  /** By id. */
  readonly events: ReadonlyMap<
    string,
    { readonly contact: string; readonly n: number; readonly state: string }
  >;
  /** Ids of events that are still in the log. */
  readonly waiting: ReadonlySet<string>;
  readonly runs: readonly {
    readonly eventId: string;
    readonly status: string;
    readonly isAwaited: boolean;
  }[];
  readonly contacts: readonly BookedContact[];
  /** References of all orders. */
  readonly orders: readonly string[];
  /** Rows that nothing works off by itself. */
  readonly failed: number;
}

export interface BookedContact {
  readonly ns: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Texts of its messages, in the order of the conversation. */
  readonly said: readonly string[];
  /** When each was said, in milliseconds. */
  readonly saidAt: readonly number[];
}

/** In one snapshot: where it has not come to rest, what moves between two looks would be missed by both. */
export async function readBooks(database: Database): Promise<Books> {
  const client = await database.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    return await readAll(client);
  } finally {
    client.release(true);
  }
}

async function readAll(database: Snapshot): Promise<Books> {
  const events = await database.query<{ id: string; contact: string; n: number; state: string }>(
    `select e.id, coalesce(c.ns, '') as contact, (e.items->>'n')::int as n, e.state from event e left join contact c on c.id = e.contact_id`,
  );
  const waiting = await database.query<{ id: string }>(
    `select id from lane_log where kind = 'fire' union select id from lane_held where kind = 'fire'`,
  );
  const contacts = await database.query<BookedContact>(
    `select c.ns, c.fields, coalesce((select array_agg(coalesce(m.content->>'text', m.content->>'is') order by m.seq)
                                        from message m where m.contact_id = c.id), '{}') as said,
            coalesce((select array_agg(extract(epoch from m.sent_at)::float8 * 1000 order by m.seq)
                        from message m where m.contact_id = c.id), '{}') as "saidAt"
       from contact c`,
  );
  const orders = await database.query<{ reference: string }>(
    `select coalesce(reference, '') as reference from customer_order`,
  );
  const failed = await database.query<{ count: number }>('select count(*)::int as count from lane_failed');
  return {
    events: new Map(events.rows.map(({ id, ...event }) => [id, event])),
    waiting: new Set(waiting.rows.map(({ id }) => id)),
    runs: await readRuns(database),
    contacts: contacts.rows,
    orders: orders.rows.map(({ reference }) => reference),
    failed: failed.rows[0]?.count ?? 0,
  };
}

/** A waiting run is awaited while there is something left that will wake it. */
async function readRuns(database: Snapshot): Promise<Books['runs']> {
  const { rows } = await database.query<Books['runs'][number]>(
    `with wakers as materialized (
       select run_id::text as run_id from timer union select run_id::text from outgoing_call
       union select body->>'runId' from lane_log union select body->>'runId' from lane_held
     )
     select event_id as "eventId", status, status <> 'waiting' or r.id::text in (select run_id from wakers where run_id is not null) as "isAwaited"
       from run r where event_id is not null`,
  );
  return rows;
}

/** What is still to be done; all zero when the system has come to rest. */
export async function countOpen(
  database: Database,
): Promise<{ log: number; held: number; calls: number; timers: number }> {
  const { rows } = await database.query<{ log: number; held: number; calls: number; timers: number }>(
    `select (select count(*) from lane_log)::int as log, (select count(*) from lane_held)::int as held,
            (select count(*) from outgoing_call)::int as calls, (select count(*) from timer)::int as timers`,
  );
  return rows[0] ?? { log: 0, held: 0, calls: 0, timers: 0 };
}
