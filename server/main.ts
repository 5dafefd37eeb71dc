// The bare program: reads the settings and runs the server, without building pages and without a demo.
import pino from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readConfig } from './config.ts';
import { startServer } from './start-server.ts';
import { stopOnSignals } from './stop-on-signals.ts';

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = pino({ level: config.logLevel });
  const server = await startServer({ ...config, env: process.env, log });
  stopOnSignals(() => server.close(), log);
  log.info({ url: server.publicUrl, role: config.role }, 'Bellwire is running.');
} catch (error) {
  console.error(error instanceof ProblemError ? error.message : error);
  process.exit(1);
}
