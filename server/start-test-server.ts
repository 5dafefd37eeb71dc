// For tests: a whole server on a database of its own, which can be ended and started again at the same address.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pino from 'pino';
import { findFreePort } from './database/free-port.ts';
import { testDatabase } from './database/test-database.ts';
import type { TestDatabase } from './database/test-database.ts';
import { defaultFireLimits } from './limits/fire-limits.ts';
import { startServer } from './start-server.ts';
import type { RunningServer, ServerSettings } from './start-server.ts';

export interface TestServer {
  readonly origin: string;
  readonly database: TestDatabase;
  /** @throws while it is ended. */
  running(): RunningServer;
  end(): Promise<void>;
  startAgain(): Promise<void>;
}

/** @param options.allowHosts Addresses on loopback that apps may call, as `host:port`. */
export async function startTestServer(
  t: TestContext,
  {
    allowHosts = [],
    fireLimits = defaultFireLimits,
  }: Partial<Pick<ServerSettings, 'allowHosts' | 'fireLimits'>> = {},
): Promise<TestServer> {
  const database = await testDatabase(t);
  const dataDir = await mkdtemp(join(tmpdir(), 'bellwire-server-'));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { BELLWIRE_MASTER_KEY: randomBytes(32).toString('base64') };
  const start = () =>
    startServer({
      role: 'all',
      host: '127.0.0.1',
      port,
      databaseUrl: database.url,
      dataDir,
      publicUrl: origin,
      allowHosts,
      fireLimits,
      env,
      log: pino({ level: 'silent' }),
      unsafeForTests: true,
    });
  let server: RunningServer | undefined = await start();
  const end = async () => {
    await server?.close();
    server = undefined;
  };
  database.beforeDrop(() => end().then(() => rm(dataDir, { recursive: true })));
  const running = () => {
    if (server === undefined) throw new Error('The server has been ended.');
    return server;
  };
  return { origin, database, running, end, startAgain: async () => void (server = await start()) };
}
