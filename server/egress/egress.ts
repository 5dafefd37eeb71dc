// The one way out of the house: every HTTP request that the server makes for anyone goes through this client.
import { type AddressWall, createAddressWall } from './address-wall.ts';
import { readAnswerBody } from './answer-body.ts';
import { type Connection, type Connections, createConnections } from './connections.ts';
import { type EgressAnswer, EgressFailure } from './egress-answer.ts';
import { type EgressRequest, type Hop, firstHop } from './egress-request.ts';
import { failureOf } from './failure.ts';
import { openGuardedSocket } from './guarded-socket.ts';
import { matchesHost } from './host-pattern.ts';
import { type ResolveHost, createHostResolver } from './host-resolver.ts';
import { nextHop, redirectTarget } from './redirect.ts';

export interface EgressOptions {
  /** Private places the operator opens: `host:port` or a CIDR, see `createAddressWall`. */
  readonly allowPrivate: readonly string[];
  /** Longest body read, in bytes after decompression; the rest is cut off. Default 5 MiB. */
  readonly maxBytes?: number;
  /** Longest head of an answer. Default 16 KiB. */
  readonly maxHeaderBytes?: number;
  /** Requests to one origin at once; others wait in line. Default 32. */
  readonly perOrigin?: number;
  /** Default 10 seconds. */
  readonly connectTimeoutMs?: number;
  /** A connection without work is kept so long. Default 10 seconds. */
  readonly idleMs?: number;
  /** PEM certificates of authorities trusted beside the public ones. */
  readonly extraAuthorities?: readonly string[];
  readonly resolveHost?: ResolveHost;
}

export interface Egress {
  /**
   * What goes wrong outside is a value and not thrown. Nothing is retried here: only the caller knows what may be.
   *
   * @example
   * const answer = await egress.send({ method: 'GET', url: 'https://api.example.com/me', headers: {}, timeoutMs: 5000 });
   * if (answer.is === 'answer') use(answer.body);
   */
  send(request: EgressRequest): Promise<EgressAnswer>;
  /** Closes the idle connections; requests under way end by themselves. */
  close(): void;
}

/** @throws Error where an entry of `allowPrivate` cannot be read. */
export function createEgress(options: EgressOptions): Egress {
  const wall: AddressWall = createAddressWall(options.allowPrivate);
  const { maxBytes = 5 * 1024 * 1024, maxHeaderBytes = 16 * 1024, perOrigin = 32, idleMs = 10_000 } = options;
  const { connectTimeoutMs = 10_000, extraAuthorities = [], resolveHost = createHostResolver() } = options;
  const connections = createConnections({ perOrigin, idleMs, maxHeaderBytes }, (url, signal) =>
    openGuardedSocket(url, { wall, resolveHost, connectTimeoutMs, extraAuthorities }, signal),
  );

  return {
    async send(request) {
      const startedAt = performance.now();
      try {
        const hop = firstHop(request);
        using deadline = startDeadline(request.timeoutMs, hop.url.host);
        const answer = await follow({ request, connections, maxBytes, signal: deadline.signal }, hop);
        return { is: 'answer', ...answer, ms: Math.round(performance.now() - startedAt) };
      } catch (error) {
        const { reason, message } = failureOf(error);
        return { is: 'failed', reason, says: message };
      }
    },
    close: () => connections.close(),
  };
}

interface Trip {
  readonly request: EgressRequest;
  readonly connections: Connections;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

type Answered = Omit<Extract<EgressAnswer, { is: 'answer' }>, 'is' | 'ms'>;

async function follow(trip: Trip, first: Hop): Promise<Answered> {
  const { allowedHosts, secretHeaders = [], maxRedirects = 0 } = trip.request;
  const rules = { secretHeaders, bodyMayCrossOrigins: allowedHosts !== undefined };
  const hops = Math.min(maxRedirects, 5);
  let hop = first;
  for (let followed = 0; ; followed += 1) {
    checkHost(hop.url, allowedHosts);
    const { answer, location } = await exchange(trip, hop, hops > 0);
    if (location === undefined) return answer;
    if (followed === hops) {
      throw new EgressFailure(
        'too-many-redirects',
        `${first.url.host} redirected more than ${hops} times. Call the final address itself.`,
      );
    }
    hop = nextHop(hop, answer.status, location, rules);
  }
}

function checkHost(url: URL, allowedHosts: readonly string[] | undefined): void {
  if (allowedHosts === undefined || allowedHosts.some((pattern) => matchesHost(pattern, url.hostname))) return;
  throw new EgressFailure(
    'host-not-allowed',
    `${url.hostname} is not among the hosts this app may call (${allowedHosts.join(', ') || 'none'}). Its developer can declare it in the app's settings.`,
  );
}

interface Exchanged {
  readonly answer: Answered;
  /** Where to go on, if redirects are wanted and this is one; its body is then not read. */
  readonly location: string | undefined;
}

async function exchange(trip: Trip, hop: Hop, followsRedirects: boolean): Promise<Exchanged> {
  const connection = await trip.connections.take(hop.url, trip.signal);
  const cut = () => connection.destroy(trip.signal.reason);
  trip.signal.addEventListener('abort', cut, { once: true });
  try {
    return await talk(connection, hop, trip.maxBytes, followsRedirects);
  } catch (error) {
    // What still comes on this connection is anyone's guess, so the next request gets another one.
    connection.destroy(new EgressFailure('reset', 'The connection was given up after a failure.', error));
    trip.signal.throwIfAborted();
    throw failureOf(error, hop.url.host);
  } finally {
    trip.signal.removeEventListener('abort', cut);
    trip.connections.giveBack(hop.url, connection);
  }
}

async function talk(connection: Connection, hop: Hop, maxBytes: number, follows: boolean): Promise<Exchanged> {
  const { method, url, headers, body = null } = hop;
  const response = await connection.client.request({ method, path: url.pathname + url.search, headers, body });
  const answered = Object.fromEntries(
    Object.entries(response.headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const head = { status: response.statusCode, headers: answered, remoteAddress: connection.remoteAddress() };
  const location = follows ? redirectTarget(head.status, answered['location']) : undefined;
  if (location !== undefined) {
    connection.destroy(new EgressFailure('reset', 'The body of a redirect is not read.'));
    return { answer: { ...head, body: '', truncated: false }, location };
  }
  const form = { encoding: answered['content-encoding'], contentType: answered['content-type'], maxBytes };
  const { text, truncated } = await readAnswerBody(response.body, form);
  return { answer: { ...head, body: text, truncated }, location: undefined };
}

function startDeadline(timeoutMs: number, host: string): Disposable & { readonly signal: AbortSignal } {
  if (!(timeoutMs > 0 && timeoutMs <= 2_147_483_647)) {
    throw new EgressFailure('bad-request', `The timeout for ${host} is ${timeoutMs}. Expected milliseconds above 0.`);
  }
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new EgressFailure('timeout', `${host} did not answer in full within ${timeoutMs} ms.`));
  }, timeoutMs);
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}
