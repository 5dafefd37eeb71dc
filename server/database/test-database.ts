// For tests: a migrated database of one's own in some 40 ms, cloned from a template and dropped after the test.
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import type { TestContext } from 'node:test';
import type pg from 'pg';
import pino from 'pino';
import { connect } from './connect.ts';
import type { Database } from './connect.ts';
import { tenants } from './tenant.ts';
import type { Tenants } from './tenant.ts';
import { openPool } from './open-pool.ts';
import { startTestServer } from './test-server.ts';
import { databaseUrl, prepareTemplate } from './test-template.ts';

export interface TestDatabase extends Pick<Database, 'pool' | 'url' | 'openClient'>, Tenants {
  /**
   * For what uses the database and must end before it is dropped: a server, a worker, a client. Newest first.
   * `t.after` would come too late: its hooks run in the order of registration, and the drop was registered before.
   */
  beforeDrop(work: () => unknown): void;
}

/**
 * The server is that of `TEST_DATABASE_URL` (an ordinary role with CREATEDB), else an embedded one shared with other
 * test processes. Nothing is left running when the test file ends.
 *
 * @example
 * test('a bot belongs to its workspace', async (t) => {
 *   const { inWorkspace } = await testDatabase(t);
 * });
 */
export async function testDatabase(
  t: TestContext,
  options: { poolSize?: number } = {},
): Promise<TestDatabase> {
  const { url: serverUrl, admin, template } = await (source ??= openSource());
  const name = `bellwire_test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${name} template ${template}`);
  const { pool, url, openClient, close } = await connect({
    url: databaseUrl(serverUrl, name),
    log,
    unsafeForTests: true,
    poolSize: options.poolSize ?? 5,
  });
  const ending: (() => unknown)[] = [];
  t.after(async () => {
    for (const end of ending.toReversed()) await end();
    await close();
    // Not "with (force)": a client that somebody forgot to end shall be found. Also, force fails on an autovacuum.
    await admin.query(`drop database ${name}`);
  });
  return { pool, url, openClient, ...tenants(pool), beforeDrop: (work) => ending.push(work) };
}

interface Source {
  readonly url: string;
  readonly admin: pg.Pool;
  readonly template: string;
  close(): Promise<void>;
}

const log = pino({ level: 'error' });
let source: Promise<Source> | undefined;
after(async () => (await source)?.close());

async function openSource(): Promise<Source> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startTestServer() : undefined;
  const url = given ?? server?.url ?? '';
  const { pool: admin, end } = openPool({ connectionString: url, max: 2 });
  const close = async () => {
    await end();
    await server?.stop();
  };
  try {
    return { url, admin, template: await prepareTemplate(admin, url), close };
  } catch (error) {
    await close();
    throw error;
  }
}
