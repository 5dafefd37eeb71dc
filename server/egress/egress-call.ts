// A call whose secrets are in place, as the guarded client takes it.
import type { Call } from '@bellwire/model/effect.ts';
import type { EgressMethod, EgressRequest } from './egress-request.ts';

/**
 * `allowedHosts` as in an `EgressRequest`: absent for a bot's own request, which may go to any public host.
 *
 * @returns undefined where the method is none that can be sent.
 */
export function egressCall(
  { method, url, headers, body, timeoutMs }: Call,
  allowedHosts?: readonly string[],
): EgressRequest | undefined {
  if (!isMethod(method)) return undefined;
  return {
    method,
    url,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
    ...(body === null ? {} : { body }),
    timeoutMs,
    ...(allowedHosts === undefined ? {} : { allowedHosts }),
  };
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function isMethod(method: string): method is EgressMethod {
  return methods.has(method);
}
