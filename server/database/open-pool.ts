// A pool whose end is the end: when `end()` comes back, every connection is closed on both sides.
import pg from 'pg';

export interface OpenPool {
  readonly pool: pg.Pool;
  end(): Promise<void>;
}

/**
 * The driver's own `pool.end()` says goodbye and does not wait. A server that is stopped, or a database that is dropped, in
 * that moment ends the session from its side, and the client throws an error that nobody can catch any more.
 */
export function openPool(config: pg.PoolConfig): OpenPool {
  const pool = new pg.Pool(config);
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => {
    open.add(client);
    // The pool hears what becomes of idle connections, and `query` of its own. One that breaks in somebody's hands says so
    // to its next query; unheard, the event would end the process.
    client.on('error', () => undefined);
  });
  pool.on('remove', (client) => open.delete(client));
  return {
    pool,
    async end() {
      await pool.end();
      while (open.size > 0) await new Promise((resolve) => pool.once('remove', resolve));
    },
  };
}
