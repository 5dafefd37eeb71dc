// Runs a real PostgreSQL as our own child, for trials and small single machines: nothing to install, fsync on.
import type { Logger } from 'pino';
import { openCluster, readKeys } from './embedded-cluster.ts';
import { openHome } from './embedded-home.ts';
import { removeLeftovers } from './embedded-leftovers.ts';
import { installPrograms } from './embedded-programs.ts';
import { watchServer } from './embedded-watch.ts';

export interface EmbeddedPostgres {
  /** The database `bellwire`, as the role that owns it and is bound by row-level security. */
  readonly url: string;
  /** Stops the server cleanly; one that others share keeps running until its last user leaves. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** `shared`: several processes may use the server, the last one stops it. Otherwise a second one is refused. */
  readonly sharing?: 'alone' | 'shared';
  /** Turns fsync off, which is faster and loses rows in a power cut. Only for tests. */
  readonly unsafeForTests?: boolean;
}

/**
 * Starts the server, or takes over the one that a killed Bellwire left running, and keeps it running until `stop()`.
 *
 * @throws ProblemError `not-ready` when another Bellwire uses the folder, or the server does not start.
 */
export async function embeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = await openHome(options.dataDir, options.log);
  const programs = await installPrograms(home);
  const cluster = await openCluster({ home, programs, unsafeForTests: options.unsafeForTests ?? false });
  const watch = await watchServer(cluster, { log: options.log, sharing: options.sharing ?? 'alone' });
  if (options.sharing !== 'shared') await removeLeftovers(home, programs);
  const { password } = await readKeys(cluster);
  return { url: `postgres://bellwire:${password}@127.0.0.1:${watch.port}/bellwire`, stop: watch.stop };
}
