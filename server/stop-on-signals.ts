// Ends a program cleanly when it is asked to, once, and with the right exit code.
import type { Logger } from 'pino';

export function stopOnSignals(close: () => Promise<void>, log: Logger): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'The server did not end cleanly.');
          process.exit(1);
        },
      );
    });
  }
}
