// The one way out of the house: every HTTP request that the server makes for anyone goes through this client.
import { createAddressWall } from './address-wall.ts';
import { createConnections } from './connections.ts';
import { startDeadline } from './deadline.ts';
import { type EgressAnswer, EgressFailure } from './egress-answer.ts';
import { type EgressRequest, type Hop, firstHop } from './egress-request.ts';
import { type Answered, type Trip, exchange } from './exchange.ts';
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
  const wall = createAddressWall(options.allowPrivate);
  const { maxBytes = 5 * 1024 * 1024, maxHeaderBytes = 16 * 1024, perOrigin = 32, idleMs = 10_000 } = options;
  const { connectTimeoutMs = 10_000, extraAuthorities = [], resolveHost = createHostResolver() } = options;
  const connections = createConnections({
    openSocket: (url, signal) =>
      openGuardedSocket(url, { wall, resolveHost, connectTimeoutMs, extraAuthorities }, signal),
    perOrigin,
    idleMs,
    maxHeaderBytes,
  });

  return {
    async send(request) {
      const startedAt = performance.now();
      try {
        const hop = firstHop(request);
        using deadline = startDeadline(request.timeoutMs, hop.url.host);
        const answer = await follow(request, hop, { connections, maxBytes, signal: deadline.signal });
        return { is: 'answer', ...answer, ms: Math.round(performance.now() - startedAt) };
      } catch (error) {
        const { reason, message } = failureOf(error);
        return { is: 'failed', reason, says: message };
      }
    },
    close: () => connections.closeIdle(),
  };
}

async function follow(request: EgressRequest, first: Hop, trip: Trip): Promise<Answered> {
  const { allowedHosts, secretHeaders = [], maxRedirects = 0 } = request;
  const rules = { secretHeaders, bodyMayCrossOrigins: allowedHosts !== undefined };
  let hop = first;
  for (let left = Math.min(maxRedirects, 5); ; left -= 1) {
    checkHost(hop.url, allowedHosts);
    const answer = await exchange(hop, trip);
    const location = redirectTarget(answer.status, answer.headers['location']);
    if (location === undefined || !(maxRedirects > 0)) return answer;
    if (left === 0) throw tooMany(first.url);
    hop = nextHop(hop, answer.status, location, rules);
  }
}

function checkHost(url: URL, allowedHosts: readonly string[] | undefined): void {
  if (
    allowedHosts === undefined ||
    allowedHosts.some((pattern) => matchesHost(pattern, url.hostname, url.port))
  )
    return;
  throw new EgressFailure(
    'host-not-allowed',
    `${url.host} is not among the hosts this app may call (${allowedHosts.join(', ') || 'none'}). Its developer can declare it in the app's settings.`,
  );
}

function tooMany({ host }: URL): EgressFailure {
  return new EgressFailure(
    'too-many-redirects',
    `${host} redirected more often than is followed. Call the final address itself.`,
  );
}
