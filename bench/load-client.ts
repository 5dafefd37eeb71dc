// A lean HTTP/1.1 load client on raw sockets: the client shares the machine with what it measures, so it must cost little.
import { connect, type Socket } from 'node:net';

export interface LoadTarget {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LoadAnswer {
  readonly status: number;
  readonly body: string;
}

export interface LoadConnection {
  /** One request at a time: the next one goes out when the answer to this one is in. */
  post(body: string): Promise<LoadAnswer>;
  close(): void;
}

export async function openConnection({ host, port, path, headers }: LoadTarget): Promise<LoadConnection> {
  const socket = await open(host, port);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}content-type: application/json\r\n`;
  let waiting: ((answer: LoadAnswer) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const answer = readAnswer(received);
    if (answer === null) return;
    received = '';
    waiting?.(answer);
  });
  socket.on('error', (error) => fail?.(error));
  socket.on('close', () => fail?.(new Error('The server closed the connection.')));
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        waiting = resolve;
        fail = reject;
        socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      }),
    close: () => {
      fail = null;
      socket.destroy();
    },
  };
}

function open(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Null until the whole answer is there. Both servers measured here send a content-length. */
function readAnswer(received: string): LoadAnswer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0);
  if (received.length < end + 4 + length) return null;
  return { status: Number(received.slice(9, 12)), body: received.slice(end + 4, end + 4 + length) };
}
