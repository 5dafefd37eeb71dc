// The node:http server: limits on what a client may hold open, web sockets, and an end that loses no answer.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RequestError, getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { AppParts } from './app.ts';
import { createApp } from './app.ts';
import { answerFailure } from './failure.ts';

export interface HttpServerParts extends AppParts {
  /**
   * Looks at each request first; true where it answers it itself. For the few paths on which every
   * microsecond counts.
   */
  readonly fast?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Takes a web socket; false where there is none at this path. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
}

export interface HttpServer {
  /** Port 0 lets the system choose one. */
  listen(at: { readonly host: string; readonly port: number }): Promise<AddressInfo>;
  /**
   * Takes nothing new, lets what is under way end for so long, then closes what is left. Default 10 seconds.
   */
  close(patienceMs?: number): Promise<void>;
}

/**
 * @example
 * const server = createHttpServer({ api: { handlers, rooms }, pages: await createPages(dist, { isSecure }),
 * notReady }); await server.listen({ host: '127.0.0.1', port: 3000 });
 */
export function createHttpServer(parts: HttpServerParts): HttpServer {
  const { log } = parts.api.rooms;
  const app = createApp(parts);
  const answer = getRequestListener(app.fetch, { errorHandler: (error) => answerUnreadable(error, log) });
  const server = createServer(limits, (request, response) => {
    // A connection that is kept would keep the server from ending.
    if (!server.listening) response.setHeader('connection', 'close');
    if (parts.fast?.(request, response) !== true) void answer(request, response);
  });
  server.maxConnections = 20_000;
  const upgraded = takeUpgrades(server, parts.upgrade);
  return {
    listen: ({ host, port }) => listen(server, host, port),
    close: (patienceMs = 10_000) => close(server, upgraded, patienceMs),
  };
}

/** A slow sender of headers or body holds a place for so long at most. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  // Longer than the 60 seconds of common proxies, so that it is they who close a connection that both sides
  // keep.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
};

/** What the adapter cannot even make a request of: a bad Host header, a broken address. */
function answerUnreadable(error: unknown, log: Logger): Response {
  const problem =
    error instanceof RequestError
      ? new ProblemError('bad-input', { says: `The request cannot be read: ${error.message}.`, cause: error })
      : error;
  return answerFailure(problem, 'HTTP', log);
}

function takeUpgrades(server: Server, upgrade: HttpServerParts['upgrade']): ReadonlySet<Duplex> {
  const sockets = new Set<Duplex>();
  if (upgrade === undefined) return sockets;
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Unheard, a reset by the other side would end the process.
    socket.on('error', () => socket.destroy());
    if (!upgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });
  return sockets;
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error('The server listens at no port.'));
      else resolve(address);
    });
  });
}

async function close(server: Server, upgraded: ReadonlySet<Duplex>, patienceMs: number): Promise<void> {
  const ended = new Promise<void>((resolve) => void server.close(() => resolve()));
  const timer = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, patienceMs);
  await ended;
  clearTimeout(timer);
}
