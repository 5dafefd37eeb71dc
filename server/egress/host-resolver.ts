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
 * @param servers Addresses of DNS servers; by default those the system is set up with.
 */
export function createHostResolver(servers?: readonly string[]): ResolveHost {
  const dns = new Resolver({ timeout: 2000, tries: 2 });
  if (servers !== undefined) dns.setServers(servers);
  return async (host, isNamed) => {
    if (isNamed) return (await lookup(host, { all: true })).map(({ address }) => address);
    const [v4, v6] = await Promise.allSettled([dns.resolve4(host), dns.resolve6(host)]);
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason;
    // IPv4 first: a broken IPv6 route is far more common than the other way round.
    return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}
