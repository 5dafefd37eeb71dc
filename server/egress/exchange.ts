// Sends one request on a connection of its own and reads the answer, without following anything.
import type { Dispatcher } from 'undici';
import { readAnswerBody } from './answer-body.ts';
import type { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import { type EgressAnswer, EgressFailure } from './egress-answer.ts';
import type { Hop } from './egress-request.ts';
import { failureOf } from './failure.ts';

export interface Trip {
  readonly connections: Connections;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export type Answered = Omit<Extract<EgressAnswer, { is: 'answer' }>, 'is' | 'ms'>;

/** @throws EgressFailure; where `signal` is aborted, its reason. */
export async function exchange(hop: Hop, { connections, maxBytes, signal }: Trip): Promise<Answered> {
  const connection = await connections.take(hop.url, signal);
  const cut = () => connection.destroy(failureOf(signal.reason));
  signal.addEventListener('abort', cut, { once: true });
  try {
    return await talk(connection, hop, maxBytes);
  } catch (error) {
    // What still comes on this connection is anyone's guess, so the next request gets another one.
    connection.destroy(new EgressFailure('reset', 'The connection was given up after a failure.', error));
    signal.throwIfAborted();
    throw failureOf(error, hop.url.host);
  } finally {
    signal.removeEventListener('abort', cut);
    connections.giveBack(hop.url, connection);
  }
}

async function talk(connection: Connection, hop: Hop, maxBytes: number): Promise<Answered> {
  const { method, url, headers, body = null } = hop;
  const response = await connection.client.request({
    method,
    path: url.pathname + url.search,
    headers,
    body,
  });
  const answered = oneTextEach(response.headers);
  const form = { encoding: answered['content-encoding'], contentType: answered['content-type'], maxBytes };
  const { text, truncated } = await readAnswerBody(response.body, form);
  return {
    status: response.statusCode,
    headers: answered,
    body: text,
    truncated,
    remoteAddress: connection.remoteAddress(),
  };
}

function oneTextEach(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
