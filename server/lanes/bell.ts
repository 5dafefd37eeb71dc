// How processes of one server wake each other, by PostgreSQL's notifications: hints only, everything has a slower way to be found.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { OpenClient } from '../database/dialer.ts';
import { definitionsChannel } from '../database/definitions-changed.ts';
import { ownersChannel } from './owners-changed.ts';

/** Arrivals were put into the log by a process that does not work it. */
const logChannel = 'bellwire_log';
/** A batch was committed: the payload is JSON of `Told`. */
const committedChannel = 'bellwire_committed';
const RECONNECT_MS = 1_000;
/** PostgreSQL takes less than 8000 bytes a notification. */
const MOST_IDS = 180;

/** What a commit led to: contacts with new messages, and arrivals that are done. */
export interface Told {
  readonly contacts: readonly string[];
  readonly arrivals: readonly string[];
}

export interface BellHearers {
  onLogged(): void;
  onCommitted(told: Told): void;
  /** Undefined: some may have been missed, forget all. */
  onDefinitions(workspaceId: string | undefined): void;
  /** A worker has come or gone. */
  onOwners(): void;
}

export interface Bell {
  ringLogged(): void;
  ringCommitted(told: Told): void;
  close(): Promise<void>;
}

interface BellRooms {
  readonly openClient: OpenClient;
  readonly pool: pg.Pool;
  readonly log: Logger;
}

export async function openBell({ openClient, pool, log }: BellRooms, hearers: BellHearers): Promise<Bell> {
  const ear = await openEar(openClient, log, hearers);
  const ring = (channel: string, payload: string): void => {
    pool
      .query('select pg_notify($1, $2)', [channel, payload])
      .catch((error: unknown) => log.warn({ err: error }, 'A notification could not be sent.'));
  };
  return {
    ringLogged: () => ring(logChannel, ''),
    ringCommitted: ({ contacts, arrivals }) => {
      for (let from = 0; from < Math.max(contacts.length, arrivals.length); from += MOST_IDS / 2) {
        const part = {
          contacts: contacts.slice(from, from + MOST_IDS / 2),
          arrivals: arrivals.slice(from, from + MOST_IDS / 2),
        };
        ring(committedChannel, JSON.stringify(part));
      }
    },
    close: () => ear.close(),
  };
}

/** Keeps one connection that hears the notifications, and opens another when it breaks. */
async function openEar(
  openClient: OpenClient,
  log: Logger,
  hearers: BellHearers,
): Promise<{ close(): Promise<void> }> {
  let closing = false;
  let client: pg.Client | null = null;

  const connect = async (): Promise<void> => {
    const next = await listen(openClient, log, hearers);
    // Not before: a connection that never came up ends too, and with each failed try there would be one more to try again.
    next.once('end', () => void reconnect());
    client = next;
    hearers.onDefinitions(undefined);
    hearers.onLogged();
  };
  const reconnect = async (): Promise<void> => {
    while (!closing) {
      try {
        return await connect();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    }
  };

  await connect();
  return {
    close: async () => {
      closing = true;
      await client?.end().catch(() => undefined);
    },
  };
}

async function listen(openClient: OpenClient, log: Logger, hearers: BellHearers): Promise<pg.Client> {
  const client = await openClient({
    keepAlive: true,
    onError: (error) => log.warn({ err: error }, 'The connection that hears notifications broke.'),
  });
  client.on('notification', ({ channel, payload }) => hear(hearers, channel, payload ?? ''));
  try {
    const channels = [logChannel, committedChannel, definitionsChannel, ownersChannel];
    await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

function hear(hearers: BellHearers, channel: string, payload: string): void {
  if (channel === logChannel) hearers.onLogged();
  if (channel === ownersChannel) hearers.onOwners();
  if (channel === definitionsChannel) hearers.onDefinitions(payload);
  if (channel === committedChannel) hearers.onCommitted(readTold(payload));
}

function readTold(payload: string): Told {
  const told: unknown = JSON.parse(payload);
  return { contacts: strings(told, 'contacts'), arrivals: strings(told, 'arrivals') };
}

function strings(told: unknown, key: string): string[] {
  const list: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, key) : undefined;
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
}
