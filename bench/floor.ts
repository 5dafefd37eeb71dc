// The floor: a bare node:http server that group-commits the same rows with no logic at all. What is faster than this is not durable.
//
// It writes what one event of the bench leaves behind, in the same two commits: a log row before it answers, then, per batch,
// the log row gone and event, run, message, contact and count written. Contents are constant and of the same size.
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { columnArrays, unnest } from '@bellwire/server/database/column-arrays.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';

export interface Floor {
  readonly port: number;
  close(): Promise<void>;
}

const schema = `
create table if not exists floor_log (seq bigint generated always as identity primary key, contact_id uuid not null, body json not null);
create table if not exists floor_event (workspace_id uuid not null, id uuid not null, contact_id uuid not null, items jsonb not null, arrival json not null, decisions json not null, at timestamptz not null, primary key (workspace_id, id));
create index if not exists floor_event_contact on floor_event (contact_id, id);
create table if not exists floor_run (workspace_id uuid not null, id uuid not null, contact_id uuid not null, flow_id uuid not null, history json not null, at timestamptz not null, primary key (workspace_id, id));
create index if not exists floor_run_contact on floor_run (contact_id, id);
create index if not exists floor_run_flow on floor_run (flow_id, id);
create table if not exists floor_message (contact_id uuid not null, seq bigint not null, id uuid not null, content json not null, at timestamptz not null, primary key (contact_id, seq));
create table if not exists floor_contact (id uuid primary key, fields jsonb not null, seq bigint not null default 0) with (fillfactor = 70);
create table if not exists floor_count (id int primary key, done bigint not null);
insert into floor_count values (1, 0) on conflict do nothing;
truncate floor_log, floor_event, floor_run, floor_message, floor_contact;`;

const logColumns = { contact_id: 'uuid', body: 'json' } as const;
const acceptText = `insert into floor_log (contact_id, body) select contact_id, body from ${unnest(logColumns, 1)}`;

const rowColumns = {
  workspace_id: 'uuid',
  id: 'uuid',
  contact_id: 'uuid',
  flow_id: 'uuid',
  seq: 'int8',
  items: 'jsonb',
  arrival: 'json',
  decisions: 'json',
  history: 'json',
  content: 'json',
  fields: 'jsonb',
  at: 'timestamptz',
} as const;

const commitText = `
with taken as (delete from floor_log where seq = any($1::bigint[])),
rows as materialized (select * from ${unnest(rowColumns, 3)}),
events as (insert into floor_event select workspace_id, id, contact_id, items, arrival, decisions, at from rows),
runs as (insert into floor_run select workspace_id, id, contact_id, flow_id, history, at from rows),
messages as (insert into floor_message select contact_id, seq, id, content, at from rows),
contacts as (update floor_contact c set fields = r.fields, seq = r.seq from (select distinct on (contact_id) contact_id, fields, seq from rows order by contact_id, seq desc) r where c.id = r.contact_id)
update floor_count set done = done + $2 where id = 1`;

export async function startFloor(url: string, contacts: number): Promise<Floor> {
  const client = new pg.Client({ connectionString: url });
  const worker = new pg.Client({ connectionString: url });
  await Promise.all([client.connect(), worker.connect()]);
  const accept = acceptor(client, await makeContacts(client, contacts));
  const stop = workFloor(worker);
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => takeIn(accept, text, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await stop();
      await Promise.all([client.end(), worker.end()]);
    },
  };
}

async function makeContacts(client: pg.Client, contacts: number): Promise<readonly string[]> {
  await client.query(schema);
  await client.query(
    `insert into floor_contact select gen_random_uuid(), '{"status": "new", "amount": 0}' from generate_series(1, $1::int)`,
    [contacts],
  );
  const { rows } = await client.query<{ id: string }>('select id from floor_contact');
  await client.query('analyze');
  return rows.map(({ id }) => id);
}

type Accept = (bodies: readonly unknown[], onLogged: () => void) => void;

/** Puts what arrived in the same turn of the event loop into the log in one commit. */
function acceptor(client: pg.Client, contacts: readonly string[]): Accept {
  const pending: { body: unknown; onLogged: () => void }[] = [];
  let isAccepting = false;
  let next = 0;
  const accept = async (): Promise<void> => {
    if (isAccepting) return;
    isAccepting = true;
    while (pending.length > 0) {
      const batch = pending.splice(0, 500);
      const rows = batch.map(({ body }) => ({ contact_id: contacts[next++ % contacts.length], body }));
      await client.query({
        name: 'floor-accept',
        text: acceptText,
        values: columnArrays(logColumns, rows),
      });
      for (const { onLogged } of batch) onLogged();
    }
    isAccepting = false;
  };
  return (bodies, onLogged) => {
    let left = bodies.length;
    const onOneLogged = (): void => {
      left -= 1;
      if (left === 0) onLogged();
    };
    for (const body of bodies) pending.push({ body, onLogged: onOneLogged });
    setImmediate(() => void accept());
  };
}

/** Answers when the last event of the request is in the log. */
function takeIn(accept: Accept, text: string, response: ServerResponse): void {
  const answer = `{"eventId":"${uuidV7()}","status":"accepted","listeners":1,"listenersOff":0,"says":"Accepted. One subscription listens."}`;
  accept(eventsOf(JSON.parse(text)), () => {
    response.writeHead(202, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
}

function eventsOf(given: unknown): unknown[] {
  const events: unknown =
    typeof given === 'object' && given !== null ? Reflect.get(given, 'events') : undefined;
  return Array.isArray(events) ? events : [given];
}

/** Reads the log in order, writes the rows of a batch in one commit, as long as it runs. */
function workFloor(worker: pg.Client): () => Promise<void> {
  let stopping = false;
  let seq = 0;
  const workspaceId = uuidV7();
  const flowId = uuidV7();
  const run = async (): Promise<void> => {
    while (!stopping) {
      const { rows } = await worker.query<{ seq: string; contact_id: string; body: { items: unknown } }>({
        name: 'floor-read',
        text: 'select * from floor_log order by seq limit 500',
      });
      if (rows.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        continue;
      }
      const at = new Date().toISOString();
      const written = rows.map((row) => ({
        workspace_id: workspaceId,
        id: uuidV7(),
        contact_id: row.contact_id,
        flow_id: flowId,
        seq: (seq += 1),
        items: row.body.items,
        ...constant,
        at,
      }));
      await worker.query({
        name: 'floor-commit',
        text: commitText,
        values: [rows.map((row) => row.seq), rows.length, ...columnArrays(rowColumns, written)],
      });
    }
  };
  const running = run();
  return async () => {
    stopping = true;
    await running;
  };
}

/** Of the size that the product writes for one event of the bench. */
const constant = {
  arrival: [
    { gate: 'key', verdict: 'pass', facts: { by: 'API key "bench" (bw_key_0000…)' } },
    { gate: 'trigger', verdict: 'pass', facts: { version: 1 } },
    { gate: 'contract', verdict: 'pass', facts: {} },
    { gate: 'contact', verdict: 'pass', facts: { ns: 'f9u1000' } },
  ],
  decisions: [
    {
      subscriptionId: '019a0000-0000-7000-8000-000000000000',
      flowId: '019a0000-0000-7000-8000-000000000000',
      result: 'ran',
      gates: ['subscription-on', 'app-installed', 'loop-guard', 'filter', 'flow-published', 'bot-active'].map(
        (gate) => ({ gate, verdict: 'pass', facts: { flow: 'Paid' } }),
      ),
      runId: '019a0000-0000-7000-8000-000000000000',
    },
  ],
  history: ['condition', 'set-field', 'set-field', 'send-message'].map((type) => ({
    step: 'step',
    type,
    depth: 0,
    at: '2026-01-01T00:00:00.000Z',
    settings: {
      text: 'Thank you! 123 EUR have arrived (ref-12345).',
      changes: [{ field: 'user.amount', value: 123 }],
    },
    is: 'go',
    exit: 'next',
  })),
  content: { is: 'text', text: 'Thank you! 123 EUR have arrived (ref-12345).' },
  fields: { status: 'paid', amount: 123 },
};
