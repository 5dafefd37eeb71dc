// Plays a story on a server and data of its own: `npm run demo`, `npm run demo -- truth`. Exits with 1 where the outcome is not as it should be.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startServer } from '@bellwire/server/start-server.ts';
import { startProvider } from '../examples/acme-pay/provider.ts';
import { buildWebIfStale } from './build-web.ts';
import { playDemo } from './demo/play-demo.ts';
import { playTruth } from './demo/play-truth.ts';
import { createTeller } from './demo/teller.ts';

const stories = new Map([
  ['receipt', { title: 'Bellwire, from “buy” to the receipt', play: playDemo, stays: false }],
  // Its events are there to be looked into: while somebody watches, the server stays.
  ['truth', { title: 'Bellwire, when things go wrong', play: playTruth, stays: process.stdout.isTTY }],
]);

const { argv } = process;
const story = stories.get(argv[2] ?? 'receipt');
if (story === undefined) {
  console.error(`There is no story "${argv[2]}". There are: ${[...stories.keys()].join(', ')}.`);
  process.exit(1);
}
if (story.stays) await buildWebIfStale(console.error);

const teller = createTeller(process.stdout);
teller.title(story.title);

await using stage = new AsyncDisposableStack();
let isTold = false;
let ending: Promise<void> | undefined;
const end = (): void => {
  // Once: a terminal sends Ctrl+C to every program in it, and some of them pass it on.
  ending ??= stage.disposeAsync().finally(() => process.exit(isTold ? process.exitCode : 130));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
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
  if (!(await story.play({ server, provider, apiKey, teller }))) process.exitCode = 1;
} catch (error) {
  teller.check(false, error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
isTold = true;
if (story.stays) {
  teller.note('Stop with Ctrl+C; nothing is kept.');
  await once(process, 'SIGINT');
}
