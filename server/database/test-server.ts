// The PostgreSQL that all test processes of a checkout share: the first one starts it, the last one stops it.
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { embeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

/**
 * A program that runs all tests holds one and passes its address on as `TEST_DATABASE_URL`, so that the server starts
 * once and not for each file. Its folder stays in the system's temporary folder, so that the next run starts faster.
 */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  // Each user and checkout has a server of its own: another's may have other programs and other migrations.
  const checkout = createHash('sha256').update(import.meta.dirname).digest('hex').slice(0, 8);
  const dataDir = join(tmpdir(), `bellwire-test-${process.getuid?.() ?? 'user'}-${checkout}`);
  return embeddedPostgres({ dataDir, log: pino({ level: 'error' }), sharing: 'shared', unsafeForTests: true });
}
