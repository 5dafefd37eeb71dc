// The address a request came from: of the connection, or as told by proxies of our own.
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

/** What Hono carries along from node:http; empty where a test asks in process. */
export interface HttpEnv {
  Bindings: { readonly incoming?: Pick<IncomingMessage, 'socket'> };
}

/**
 * @param proxies How many proxies of our own are in front. Each adds, at the right end of X-Forwarded-For,
 * whom it heard from; what stands further left is only what the sender claims.
 */
export function remoteAddress(c: Context<HttpEnv>, proxies: number): string {
  return addressBehind(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), proxies);
}

/** The same for a request that has not come through the routes: a web socket. */
export function requestAddress({ socket, headers }: IncomingMessage, proxies: number): string {
  return addressBehind(socket.remoteAddress, [headers['x-forwarded-for'] ?? ''].flat().join(), proxies);
}

function addressBehind(connection = 'in-process', forwardedFor = '', proxies: number): string {
  if (proxies === 0) return connection;
  const said = forwardedFor.split(',').map((part) => part.trim());
  return said.at(-proxies) || connection;
}
