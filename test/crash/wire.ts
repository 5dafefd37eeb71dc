// A stretch of network between two parts of the system, which can be cut, go silent, become slow, or break in the middle of a message.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './seeded-random.ts';

export interface Wire {
  /** Where one connects to reach the other end. */
  readonly port: number;
  /** Every connection is closed on both sides. */
  cut(): void;
  /** The connections of now pass nothing any more and stay open; those made later are well. After that time they are reset. */
  silence(ms: number): Promise<void>;
  /** Each piece takes so long on its way, and up to as long again. */
  slow(delayMs: number, ms: number): Promise<void>;
  /** Each connection of now is reset after so many bytes more. */
  breakAfter(bytes: number): void;
  /** Each connection of now is reset as soon as the other end has answered: the question was heard, the answer is lost. */
  loseAnswers(): void;
  close(): void;
}

interface Connection {
  readonly sockets: readonly [Socket, Socket];
  bytesLeft: number;
  losesAnswer: boolean;
}

interface State {
  readonly open: Set<Connection>;
  readonly random: Random;
  delayMs: number;
}

/** `to`: the port of the other end, on loopback. */
export async function openWire({ to, random }: { to: number; random: Random }): Promise<Wire> {
  const state: State = { open: new Set(), random, delayMs: 0 };
  const server = createServer((near) => join(near, to, state));
  const cut = (): void => {
    for (const connection of state.open) reset(connection);
  };
  return {
    port: await listen(server),
    cut,
    silence: async (ms) => {
      const silent = [...state.open];
      for (const { sockets } of silent) for (const socket of sockets) socket.pause();
      await sleep(ms);
      for (const connection of silent) reset(connection);
    },
    slow: async (delayMs, ms) => {
      state.delayMs = delayMs;
      await sleep(ms);
      state.delayMs = 0;
    },
    breakAfter: (bytes) => {
      for (const connection of state.open) connection.bytesLeft = bytes;
    },
    loseAnswers: () => {
      for (const connection of state.open) connection.losesAnswer = true;
    },
    close: () => {
      server.close();
      cut();
    },
  };
}

function join(near: Socket, to: number, state: State): void {
  const far = connect({ host: '127.0.0.1', port: to, noDelay: true });
  near.setNoDelay(true);
  const connection: Connection = {
    sockets: [near, far],
    bytesLeft: Number.POSITIVE_INFINITY,
    losesAnswer: false,
  };
  state.open.add(connection);
  pass(near, far, connection, state);
  pass(far, near, connection, state);
}

/** In one direction, piece by piece and in order. */
function pass(from: Socket, to: Socket, connection: Connection, state: State): void {
  let before = Promise.resolve();
  let onTheirWay = 0;
  const send = (piece: Buffer): void => {
    if (to.destroyed) return;
    if (connection.losesAnswer && from === connection.sockets[1]) return reset(connection);
    const fits = piece.subarray(0, connection.bytesLeft);
    connection.bytesLeft -= fits.length;
    to.write(fits);
    if (connection.bytesLeft <= 0) reset(connection);
    else if (to.writableNeedDrain) from.pause();
  };
  from.on('data', (piece) => {
    if (state.delayMs === 0 && onTheirWay === 0) return send(piece);
    onTheirWay += 1;
    before = before
      .then(() => sleep(state.delayMs * (1 + state.random.next())))
      .then(() => {
        onTheirWay -= 1;
        send(piece);
      });
  });
  to.on('drain', () => from.resume());
  from.on('end', () => void before.then(() => to.end()));
  from.on('error', () => reset(connection));
  from.on('close', () => {
    state.open.delete(connection);
    void before.then(() => to.destroy());
  });
}

function reset({ sockets }: Connection): void {
  for (const socket of sockets) {
    // Node resets only after all was written, which is never where the other side does not read.
    if (socket.writableLength === 0) socket.resetAndDestroy();
    else socket.destroy();
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isInternet(address)) throw new Error('A wire has no port.');
  return address.port;
}

function isInternet(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
