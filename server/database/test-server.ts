// The PostgreSQL that all test processes of a checkout share: the first one starts it, the last one stops it.
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { embeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { openPool } from './open-pool.ts';
import { prepareTemplate } from './test-template.ts';

/** Its folder stays in the system's temporary folder, so that the next run starts faster. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  // Each user and checkout has a server of its own: another's may have other programs and other migrations.
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8);
  const dataDir = join(tmpdir(), `bellwire-test-${process.getuid?.() ?? 'user'}-${checkout}`);
  return embeddedPostgres({
    dataDir,
    log: pino({ level: 'error' }),
    sharing: 'shared',
    unsafeForTests: true,
  });
}

/**
 * For the program that runs all tests: it holds the server for the whole run and passes its address on as
 * `TEST_DATABASE_URL`, so that no test file waits for its start or for the migrations.
 */
export async function holdTestServer(): Promise<EmbeddedPostgres> {
  const server = await startTestServer();
  const { pool, end } = openPool({ connectionString: server.url, max: 2 });
  try {
    await prepareTemplate(pool, server.url);
  } finally {
    await end();
  }
  return server;
}
