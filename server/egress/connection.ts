// One kept connection to an origin: an HTTP client that holds at most one socket, opened through the wall.
import type { Socket } from 'node:net';
import { callbackify } from 'node:util';
import { Client } from 'undici';

export interface Connection {
  /** Given to one request at a time, so nothing ever queues inside it. */
  readonly client: Client;
  /** Of the socket opened last; empty before. */
  remoteAddress(): string;
  /** Ends it at once, also while it is still connecting; the request in it fails with this reason. */
  destroy(reason: Error): void;
}

export interface ConnectionRules {
  readonly openSocket: (url: URL, signal: AbortSignal) => Promise<Socket>;
  readonly idleMs: number;
  readonly maxHeaderBytes: number;
}

export function openConnection(
  url: URL,
  { openSocket, idleMs, maxHeaderBytes }: ConnectionRules,
): Connection {
  const dialling = new AbortController();
  const dial = callbackify(() => openSocket(url, dialling.signal));
  let remoteAddress = '';
  const client = new Client(url.origin, {
    // Called again where the other side has closed the kept socket: each new socket passes the wall anew.
    connect: (_options, done) =>
      dial((error: Error | null, socket) => {
        if (error !== null) return done(error, null);
        remoteAddress = socket.remoteAddress ?? '';
        return done(null, socket);
      }),
    allowH2: false,
    maxHeaderSize: maxHeaderBytes,
    keepAliveMaxTimeout: idleMs,
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
