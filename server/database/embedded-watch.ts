// Keeps the embedded server running: takes it over or starts it, and again whenever it goes away.
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readKeys, writeKeys } from './embedded-cluster.ts';
import type { Cluster } from './embedded-cluster.ts';
import { knock, leave } from './embedded-guard.ts';
import type { Sharing } from './embedded-guard.ts';
import { findServer, startServer, stopServer } from './embedded-server.ts';
import { findFreePort } from './free-port.ts';

interface WatchOptions {
  readonly log: Pick<Logger, 'warn' | 'error'>;
  readonly sharing: Sharing;
}

export async function watchServer(
  cluster: Cluster,
  { log, sharing }: WatchOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  await movePortIfTaken(cluster);
  let guard = await takeServer(cluster, sharing);
  let stopping = false;
  let recovery: Promise<void> | undefined;
  const watch = () => {
    guard.once('end', () => {
      if (!stopping) recovery = recover();
    });
  };
  const recover = async () => {
    log.warn('The embedded PostgreSQL went away; starting it again.');
    while (!stopping) {
      try {
        guard = await takeServer(cluster, sharing);
        return watch();
      } catch (error) {
        log.error(
          { err: error },
          'The embedded PostgreSQL could not be started again; next try in a second.',
        );
        await sleep(1000);
      }
    }
  };
  watch();
  const { port } = await readKeys(cluster);
  return {
    port,
    async stop() {
      if (stopping) return;
      stopping = true;
      await recovery;
      await leaveServer(cluster, guard, sharing);
    },
  };
}

/** Only before the first start: afterwards our own pools know the port. */
async function movePortIfTaken(cluster: Cluster): Promise<void> {
  if ((await findServer(cluster)) !== undefined) return;
  const keys = await readKeys(cluster);
  const port = await findFreePort(keys.port);
  if (port !== keys.port) await writeKeys(cluster, { ...keys, port });
}

const patienceSeconds = 300;

/** Comes back with the lock in hand, whether the server ran, was starting, is left over, or is down. */
async function takeServer(cluster: Cluster, sharing: Sharing): Promise<pg.Client> {
  const deadline = Date.now() + patienceSeconds * 1000;
  let stopped = 0;
  while (Date.now() < deadline) {
    const server = await findServer(cluster);
    if (server === undefined) {
      await startServer(cluster, (await readKeys(cluster)).port);
      continue;
    }
    const answer = await knock(cluster, server.port, sharing);
    if (answer.is === 'ours') return answer.guard;
    if (answer.is === 'taken' && sharing === 'alone') throw inUse(cluster, answer.by);
    if (answer.is === 'strange') {
      await stopServer(cluster);
      if (stopped++ > 0) throw strange(cluster, answer.why);
      continue;
    }
    await sleep(50);
  }
  throw new ProblemError('not-ready', {
    says: `The embedded PostgreSQL did not answer within ${patienceSeconds} s. Its log is ${cluster.logFile}.`,
  });
}

async function leaveServer(cluster: Cluster, guard: pg.Client, sharing: Sharing): Promise<void> {
  const left = await leave(guard, sharing);
  // Under the guard's lock: nobody can take the server over while it is being stopped.
  if (left === 'last') await stopServer(cluster);
  // The guard is cut off, so the server is down or in recovery. Shared, it is for the others to see to.
  if (left === 'cut off' && sharing === 'alone') await stopServer(cluster, 'immediate');
  await guard.end().catch(() => {});
}

function inUse(cluster: Cluster, by: string): ProblemError {
  return new ProblemError('not-ready', {
    says: `The data folder ${cluster.home.folder} is in use by another Bellwire (${by}). Stop that one, or give this one a folder of its own with BELLWIRE_DATA.`,
  });
}

function strange(cluster: Cluster, why: string): ProblemError {
  return new ProblemError('not-ready', {
    says: `The embedded PostgreSQL in ${cluster.folder} does not let Bellwire in: ${why}. Restore bellwire.json in that folder from a backup.`,
  });
}
