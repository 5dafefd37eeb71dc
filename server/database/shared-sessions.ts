// Refuses a connection pool in between that shares sessions among clients: shards are owned by locks of a session.
import type pg from 'pg';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from './uuid.ts';
import type { OpenClient } from './dialer.ts';

/**
 * Costs one query where there is no pool in between. Else a session is marked, and another client looks for the mark
 * within a transaction: it either has the marked session itself, or has taken no other client's.
 *
 * @throws ProblemError `not-ready`
 */
export async function refuseSharedSessions(pool: pg.Pool, open: OpenClient): Promise<void> {
  if (await isDirect(pool)) return;
  const marked = await open({ onError: () => undefined });
  try {
    const mark = uuidV7();
    await marked.query(`select set_config('bellwire.mark', $1, false)`, [mark]);
    if (await isSeenByAnother(open, marked, mark)) throw sharesSessions();
  } finally {
    await marked.end();
  }
}

/** A pool in between answers for the server with a process id of its own making. */
async function isDirect(pool: pg.Pool): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return Reflect.get(client, 'processID') === rows[0]?.pid;
  } finally {
    client.release();
  }
}

async function isSeenByAnother(open: OpenClient, marked: pg.Client, mark: string): Promise<boolean> {
  const other = await open({ onError: () => undefined });
  try {
    await other.query('begin');
    if ((await readMark(other)) === mark) return true;
    return (await readMark(marked)) !== mark;
  } finally {
    await other.query('rollback');
    await other.end();
  }
}

async function readMark(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select current_setting('bellwire.mark', true) as mark`,
  );
  return rows[0]?.mark ?? null;
}

function sharesSessions(): ProblemError {
  return new ProblemError('not-ready', {
    says: 'The connection pool between Bellwire and PostgreSQL shares sessions among its clients, as PgBouncer does with "pool_mode = transaction". Shards are owned by locks of a session, so this cannot work. Point DATABASE_URL to PostgreSQL itself, or set "pool_mode = session".',
  });
}
