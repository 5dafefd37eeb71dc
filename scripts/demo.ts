// Plays the whole chain once, on a server and data of its own: `npm run demo`. Exits with 1 where the outcome is not as it should be.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startServer } from '@bellwire/server/start-server.ts';
import { startProvider } from '../examples/acme-pay/provider.ts';
import { playDemo } from './demo/play-demo.ts';
import { createTeller } from './demo/teller.ts';

const teller = createTeller(process.stdout);
teller.title('Bellwire, from “buy” to the receipt');

await using stage = new AsyncDisposableStack();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.disposeAsync().finally(() => process.exit(130)));
}
const dataDir = await mkdtemp(join(tmpdir(), 'bellwire-demo-'));
stage.defer(() => rm(dataDir, { recursive: true, force: true }));
// PostgreSQL does not run as root: then it is another user that has to get in here.
await chmod(dataDir, 0o755);

const apiKey = `acme_test_${randomBytes(8).toString('hex')}`;
const provider = await startProvider({ apiKey, callbacks: 2 });
stage.defer(() => provider.close());
teller.note(`Acme Pay, a pretended payment provider, answers at ${provider.url}.`);

const server = await startServer({
  role: 'all',
  host: '127.0.0.1',
  port: 0,
  databaseUrl: undefined,
  dataDir,
  publicUrl: undefined,
  allowHosts: [new URL(provider.url).host],
  env: {},
  log: pino({ level: 'warn' }, pino.destination(2)),
});
stage.defer(() => server.close());
teller.note(`Bellwire with a PostgreSQL of its own answers at ${server.publicUrl}.`);

try {
  if (!(await playDemo({ server, provider, apiKey, teller }))) process.exitCode = 1;
} catch (error) {
  teller.check(false, error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
