// Connects to that one of the named servers which takes writes: for the pool, and for connections that stand alone.
import { Socket } from 'node:net';
import pg from 'pg';
import type { Addresses } from './addresses.ts';

/** Resolves when it is connected. `onError` hears when it breaks while nobody asks it anything. */
export type OpenClient = (
  options: pg.ClientConfig & { readonly onError: (error: Error) => void },
) => Promise<pg.Client>;

export interface Dialer {
  /** What a pool needs to know. */
  readonly forPool: Pick<pg.PoolConfig, 'Client' | 'verify'>;
  readonly open: OpenClient;
}

const ONLY_PATIENCE_MS = 20_000;
/** With several servers, one that does not answer must not be waited for as long as the only one. */
const PATIENCE_MS = 3_000;

export function dialer(addresses: Addresses): Dialer {
  const addressOf = new WeakMap<pg.ClientBase, string>();
  const Client = clientOf(addresses, addressOf);
  const refuseStandby = async (client: pg.ClientBase): Promise<void> => {
    if (addresses.all.length === 1) return;
    const { rows } = await client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    if (rows[0]?.standby !== true) return;
    addresses.giveUp(addressOf.get(client) ?? '');
    throw new Error('This server is a standby and takes no writes; the next one is tried.');
  };
  return {
    forPool: {
      Client,
      verify: (client, done) => {
        refuseStandby(client).then(() => done(), done);
      },
    },
    open: async ({ onError, ...config }) => {
      const client = new Client(config);
      // Unheard, the event would end the process.
      client.on('error', onError);
      try {
        await client.connect();
        await refuseStandby(client);
        return client;
      } catch (error) {
        await client.end().catch(() => undefined);
        throw error;
      }
    },
  };
}

/** The driver knows one server only, so each connection is made to the one that is chosen at that moment. */
function clientOf(addresses: Addresses, addressOf: WeakMap<pg.ClientBase, string>) {
  return class Client extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      const connectionString = addresses.current();
      const choice = {
        connectionTimeoutMillis: PATIENCE_MS,
        stream: () => watchedSocket(() => addresses.giveUp(connectionString)),
      };
      super({
        connectionTimeoutMillis: ONLY_PATIENCE_MS,
        ...config,
        ...(addresses.all.length === 1 ? {} : choice),
        connectionString,
      });
      addressOf.set(this, connectionString);
    }
  };
}

/** Says so before the driver does: whoever tries again at once has to get the next server. */
function watchedSocket(onFailure: () => void): Socket {
  const socket = new Socket();
  let isUp = false;
  const fail = (): void => {
    if (!isUp) onFailure();
  };
  // A try that takes too long is closed without an error.
  return socket
    .once('connect', () => (isUp = true))
    .once('error', fail)
    .once('close', fail);
}
