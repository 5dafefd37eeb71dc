// Keeps connections to each origin alive for the next request, and never more of them than the limit.
import type { Socket } from 'node:net';
import { Client } from 'undici';
import { EgressFailure } from './egress-answer.ts';

export interface Connection {
  /** Holds at most one socket and is given to one request at a time, so nothing ever queues inside it. */
  readonly client: Client;
  remoteAddress(): string;
  /** Ends it at once, also while it is still connecting; the request in it fails with this reason. */
  destroy(reason: Error): void;
}

export interface Connections {
  /** Waits in line where all connections to the origin are busy. @throws EgressFailure `timeout` on abort. */
  take(url: URL, signal: AbortSignal): Promise<Connection>;
  /** A destroyed connection is given back too: that is what frees its place. */
  giveBack(url: URL, connection: Connection): void;
  close(): void;
}

interface ConnectionLimits {
  /** So many requests to one origin at once. One host that hangs can hold these, and no others. */
  readonly perOrigin: number;
  readonly idleMs: number;
  readonly maxHeaderBytes: number;
}

type OpenSocket = (url: URL, signal: AbortSignal) => Promise<Socket>;

interface Lane {
  open: number;
  readonly idle: Map<Connection, NodeJS.Timeout>;
  /** A set keeps the order of arrival and forgets one that gave up without a search. */
  readonly waiting: Set<(connection: Connection) => void>;
}

export function createConnections(limits: ConnectionLimits, openSocket: OpenSocket): Connections {
  const lanes = new Map<string, Lane>();

  function drop(origin: string, lane: Lane, connection: Connection) {
    connection.destroy(new EgressFailure('reset', `The connection to ${origin} was closed.`));
    lane.open -= 1;
    if (lane.open === 0 && lane.waiting.size === 0) lanes.delete(origin);
  }

  function park(origin: string, lane: Lane, connection: Connection) {
    const end = () => {
      lane.idle.delete(connection);
      drop(origin, lane, connection);
    };
    lane.idle.set(connection, setTimeout(end, limits.idleMs).unref());
  }

  return {
    async take(url, signal) {
      signal.throwIfAborted();
      const lane = lanes.get(url.origin) ?? { open: 0, idle: new Map(), waiting: new Set() };
      lanes.set(url.origin, lane);
      const rested = takeIdle(lane);
      if (rested !== undefined) return rested;
      if (lane.open >= limits.perOrigin) return waitInLine(url, lane, signal);
      lane.open += 1;
      return openConnection(url, limits, openSocket);
    },
    giveBack({ origin }, connection) {
      const lane = lanes.get(origin);
      if (lane === undefined) return;
      const [next] = lane.waiting;
      if (next === undefined) {
        if (connection.client.destroyed) drop(origin, lane, connection);
        else park(origin, lane, connection);
        return;
      }
      lane.waiting.delete(next);
      next(connection.client.destroyed ? openConnection(new URL(origin), limits, openSocket) : connection);
    },
    close() {
      for (const [origin, lane] of lanes) {
        for (const [connection, timer] of lane.idle) {
          clearTimeout(timer);
          lane.idle.delete(connection);
          drop(origin, lane, connection);
        }
      }
    },
  };
}

/** The one used last, so that the others can grow old and be closed. */
function takeIdle(lane: Lane): Connection | undefined {
  const [connection, timer] = [...lane.idle].at(-1) ?? [];
  if (connection === undefined) return undefined;
  clearTimeout(timer);
  lane.idle.delete(connection);
  return connection;
}

function waitInLine(url: URL, lane: Lane, signal: AbortSignal): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      lane.waiting.delete(go);
      reject(
        new EgressFailure(
          'timeout',
          `All ${lane.open} connections to ${url.host} stayed busy until the time was over. Send fewer requests at once, or allow more time.`,
        ),
      );
    };
    const go = (connection: Connection) => {
      signal.removeEventListener('abort', giveUp);
      resolve(connection);
    };
    lane.waiting.add(go);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

function openConnection(url: URL, limits: ConnectionLimits, openSocket: OpenSocket): Connection {
  const dialling = new AbortController();
  let remoteAddress = '';
  const client = new Client(url.origin, {
    // Called again by undici where the other side has closed the kept socket: each new socket passes the wall anew.
    connect: (_options, done) => {
      openSocket(url, dialling.signal).then(
        (socket) => {
          remoteAddress = socket.remoteAddress ?? '';
          done(null, socket);
        },
        (error: Error) => done(error, null),
      );
    },
    allowH2: false,
    maxHeaderSize: limits.maxHeaderBytes,
    keepAliveMaxTimeout: limits.idleMs,
    // The deadline of the whole request stands above these.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    client,
    remoteAddress: () => remoteAddress,
    destroy(reason) {
      dialling.abort(reason);
      void client.destroy(reason);
    },
  };
}
