// Looks up all addresses of a host name.
import { Resolver, lookup } from 'node:dns/promises';

/**
 * @param isNamed The operator named this host, so the machine's own list (/etc/hosts, container links) counts too.
 * @returns Numeric addresses, the ones to try first in front.
 */
export type ResolveHost = (host: string, isNamed: boolean) => Promise<readonly string[]>;

/**
 * Asks the DNS servers directly: the system's `lookup` holds one of libuv's four threads as long as it takes, so four
 * names whose servers hang would stop every file read and password check. Hosts named by the operator may use it.
 */
export function createHostResolver(): ResolveHost {
  const servers = new Resolver({ timeout: 2000, tries: 2 });
  return async (host, isNamed) => {
    if (isNamed) return (await lookup(host, { all: true })).map(({ address }) => address);
    const [v4, v6] = await Promise.allSettled([servers.resolve4(host), servers.resolve6(host)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
    // IPv4 first: a broken IPv6 route is far more common than the other way round.
    return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}
