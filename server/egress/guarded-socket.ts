// Opens the one socket of a connection: looks the host up, refuses private addresses, connects to exactly what was checked.
import { once } from 'node:events';
import { type LookupFunction, type Socket, type TcpNetConnectOpts, connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls, getCACertificates } from 'node:tls';
import type { AddressWall } from './address-wall.ts';
import { EgressFailure } from './egress-answer.ts';
import { portOf } from './egress-request.ts';
import { errorCode } from './error-code.ts';
import type { ResolveHost } from './host-resolver.ts';

export interface SocketRules {
  readonly wall: AddressWall;
  readonly resolveHost: ResolveHost;
  readonly connectTimeoutMs: number;
  /** Certificate authorities trusted beside the public ones, in PEM. */
  readonly extraAuthorities: readonly string[];
}

/** @throws EgressFailure `dns`, `blocked-address`, `connect` or `tls`; where `signal` is aborted, its reason. */
export async function openGuardedSocket(url: URL, rules: SocketRules, signal: AbortSignal): Promise<Socket> {
  const addresses = await checkedAddresses(url, rules);
  signal.throwIfAborted();
  const socket = startSocket(url, addresses, rules.extraAuthorities);
  // For good, not only while connecting: between this function and the HTTP client's own listener an error would
  // otherwise find nobody and end the process.
  socket.on('error', () => {});
  const patience = AbortSignal.timeout(rules.connectTimeoutMs);
  try {
    const ready = url.protocol === 'https:' ? 'secureConnect' : 'connect';
    await once(socket, ready, { signal: AbortSignal.any([signal, patience]) });
    checkConnected(url, socket.remoteAddress, rules.wall);
    return socket;
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    if (error instanceof EgressFailure) throw error;
    throw connectFailure(url, patience.aborted ? 'ETIMEDOUT' : errorCode(error), error);
  }
}

/** One private address among public ones refuses the host: such a mixture is the mark of a rebinding attack. */
async function checkedAddresses(url: URL, { wall, resolveHost }: SocketRules): Promise<readonly string[]> {
  const port = portOf(url);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const addresses =
    isIP(literal) > 0 ? [literal] : await resolve(url, () => resolveHost(url.hostname, wall.names(url.hostname, port)));
  for (const address of addresses) {
    const refusal = wall.refusal(url.hostname, port, address);
    if (refusal !== undefined) throw blocked(url, refusal);
  }
  return addresses;
}

async function resolve(url: URL, ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const addresses = await ask().catch((error: unknown) => {
    throw notFound(url, errorCode(error) ?? 'no code', error);
  });
  if (addresses.length === 0) throw notFound(url, 'no addresses');
  return addresses;
}

function startSocket(url: URL, addresses: readonly string[], extraAuthorities: readonly string[]): Socket {
  // The name goes in for SNI and the certificate, the lookup answers with nothing but the checked addresses.
  const lookup: LookupFunction = (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    );
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options: TcpNetConnectOpts = {
    host,
    port: portOf(url),
    lookup,
    autoSelectFamily: true,
    noDelay: true,
    keepAlive: true,
  };
  if (url.protocol === 'http:') return connectTcp(options);
  return connectTls({
    ...options,
    servername: isIP(host) > 0 ? '' : host,
    ALPNProtocols: ['http/1.1'],
    // Said outright, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment changes nothing.
    rejectUnauthorized: true,
    ...(extraAuthorities.length > 0 && { ca: [...getCACertificates('default'), ...extraAuthorities] }),
  });
}

/** The last wall: whatever the checks before it believed, this is where the socket really leads. */
function checkConnected(url: URL, remoteAddress: string | undefined, wall: AddressWall): void {
  if (remoteAddress === undefined) throw connectFailure(url, 'ECONNRESET');
  const refusal = wall.refusal(url.hostname, portOf(url), remoteAddress);
  if (refusal !== undefined) throw blocked(url, refusal);
}

/** Names the kind and not the address: an app must not be able to read our inner DNS through its error log. */
function blocked(url: URL, kind: string): EgressFailure {
  return new EgressFailure(
    'blocked-address',
    `${url.host} leads to ${kind}, and only public addresses may be called. The operator of this server can allow it by adding "${url.hostname}:${portOf(url)}" to allowPrivate.`,
  );
}

function notFound(url: URL, why: string, cause?: unknown): EgressFailure {
  return new EgressFailure('dns', `The host ${url.hostname} was not found (${why}). Check its spelling.`, cause);
}

/** Errors of the network, as the system names them; what else goes wrong on the way to https is about TLS. */
const ofNetwork = /^E(CONN|HOST|NET|ADDR|TIMEDOUT|PIPE|ACCES|PERM|MFILE|NFILE)/;

function connectFailure(url: URL, code = 'no code', cause?: unknown): EgressFailure {
  if (url.protocol === 'http:' || ofNetwork.test(code)) {
    const says = `${url.host} did not accept a connection (${code}). Check that it is up and can be reached.`;
    return new EgressFailure('connect', says, cause);
  }
  const says = `${url.host} has no certificate or encryption that can be trusted (${code}). Its owner must mend it.`;
  return new EgressFailure('tls', says, cause);
}
