// The program: reads the settings, starts the server, and ends it when asked to.
import pino from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readConfig } from './config.ts';
import { startServer } from './start-server.ts';

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = pino({ level: config.logLevel });
  const server = await startServer({ ...config, env: process.env, log });
  log.info({ url: server.publicUrl, role: config.role }, 'Bellwire is running.');
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'The server did not end cleanly.');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  console.error(error instanceof ProblemError ? error.message : error);
  process.exit(1);
}
