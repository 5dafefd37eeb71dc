// Real servers on loopback that stand in for the other side of the wire in tests.
import { once } from 'node:events';
import { type IncomingMessage, type RequestListener, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type Server, type Socket, createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { loopbackCertificate, loopbackKey } from './loopback-certificate.ts';

export interface LoopbackServer extends AsyncDisposable {
  readonly port: number;
  /** `host:port`, the way an operator would allow it. */
  readonly place: string;
}

export function serveHttp(answer: RequestListener): Promise<LoopbackServer> {
  return listening(createServer({ maxHeaderSize: 1 << 20 }, answer));
}

export function serveHttps(answer: RequestListener, hears: (serverName: string) => void): Promise<LoopbackServer> {
  const server = createTlsServer({ key: loopbackKey, cert: loopbackCertificate }, answer);
  server.on('secureConnection', (socket) => hears(String(socket.servername)));
  return listening(server);
}

export function serveTcp(meet: (socket: Socket) => void): Promise<LoopbackServer> {
  return listening(createTcpServer(meet));
}

export function readText(request: IncomingMessage): Promise<string> {
  return text(request);
}

async function listening(server: Server): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    place: `127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
