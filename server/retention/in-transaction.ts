// A transaction of the keeper's: it gives up rather than make anybody wait for it.
import type pg from 'pg';

/** A statement that waits for a lock holds up all that come after it on the same table: better to try again at the next turn. */
const LOCK_TIMEOUT_MS = 1_000;

export async function inTransaction(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    // Closing the connection also rolls back, in whatever state the failure left it.
    client.release(true);
    throw error;
  }
}
