// `npm start`: builds the pages where they are stale, runs the server, seeds the demo on the first start, and says where to click.
import pino from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readConfig } from '@bellwire/server/config.ts';
import { startServer } from '@bellwire/server/start-server.ts';
import { stopOnSignals } from '@bellwire/server/stop-on-signals.ts';
import { buildWebIfStale } from './build-web.ts';
import { openDemo } from './start/demo.ts';
import { welcome } from './start/welcome.ts';

try {
  await start();
} catch (error) {
  console.error(error instanceof ProblemError ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = pino({ level: config.logLevel }, pino.destination(2));
  if (config.role !== 'worker') await buildWebIfStale(console.error);
  const demo = config.role === 'all' ? await openDemo(config, log) : null;
  const server = await startServer({
    ...config,
    allowHosts: [...config.allowHosts, ...(demo === null ? [] : [demo.providerHost])],
    env: process.env,
    log,
  });
  const close = async (): Promise<void> => {
    await demo?.close();
    await server.close();
  };
  stopOnSignals(close, log);
  const shown = demo === null ? null : await demo.seed(server);
  console.log(welcome({ url: server.publicUrl, dataDir: config.dataDir, role: config.role, demo: shown }));
}
