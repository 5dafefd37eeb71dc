// All kept connections, in one pool for each origin.
import { type Connection, type ConnectionRules, openConnection } from './connection.ts';
import { OriginPool } from './origin-pool.ts';

export interface Connections {
  /** Waits in line where all connections to the origin are busy. @throws EgressFailure `timeout` on abort. */
  take(url: URL, signal: AbortSignal): Promise<Connection>;
  giveBack(url: URL, connection: Connection): void;
  closeIdle(): void;
}

interface PoolRules extends ConnectionRules {
  /** So many requests to one origin at once: a host that hangs can hold these, and no others. */
  readonly perOrigin: number;
}

export function createConnections(rules: PoolRules): Connections {
  const pools = new Map<string, OriginPool>();
  const createPool = ({ origin }: URL) =>
    new OriginPool(origin, {
      open: () => openConnection(new URL(origin), rules),
      limit: rules.perOrigin,
      idleMs: rules.idleMs,
      whenEmpty: () => pools.delete(origin),
    });

  return {
    async take(url, signal) {
      signal.throwIfAborted();
      const pool = pools.get(url.origin) ?? createPool(url);
      pools.set(url.origin, pool);
      return pool.take(signal);
    },
    giveBack: (url, connection) => pools.get(url.origin)?.giveBack(connection),
    closeIdle: () => pools.forEach((pool) => pool.closeIdle()),
  };
}
