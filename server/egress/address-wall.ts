// Decides whether a connection to an address may be made: public ones, and private ones that the operator named.
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { privateKind } from './address.ts';

export interface AddressWall {
  /** Undefined lets through; else words for what the address is. */
  refusal(host: string, port: number, address: string): string | undefined;
  /** True where the operator named exactly this host and port. */
  names(host: string, port: number): boolean;
}

/**
 * @param allowPrivate What the operator lets through. `host:port` opens that port of that host, as it is written in
 * the URL (`localhost:4010`, `10.0.0.7:443`, `[::1]:8080`), wherever its name leads; a CIDR (`10.20.0.0/16`) opens all
 * ports of the addresses in it, whatever name leads there.
 * @throws Error naming the entry that is neither.
 */
export function createAddressWall(
  allowPrivate: readonly string[],
  ownAddresses: () => readonly string[] = addressesOfThisMachine,
): AddressWall {
  const namedHosts = new Set<string>();
  const openRanges = new BlockList();
  for (const entry of allowPrivate) {
    if (entry.includes('/')) addRange(openRanges, entry);
    else namedHosts.add(hostAndPort(entry));
  }
  const names = (host: string, port: number) => namedHosts.has(`${host}:${port}`);

  return {
    names,
    refusal(host, port, address) {
      if (names(host, port) || isIn(openRanges, address)) return undefined;
      return privateKind(address) ?? (ownAddresses().includes(address) ? 'an address of this server' : undefined);
    },
  };
}

function isIn(ranges: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && ranges.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function addRange(ranges: BlockList, entry: string): void {
  const [network = '', prefix = '', ...more] = entry.split('/');
  const family = isIP(network);
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (family === 0 || more.length > 0 || !(bits <= (family === 4 ? 32 : 128))) throw badEntry(entry);
  ranges.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
}

/** Spelled as the URL parser spells it, so that `LOCALHOST:80` and `127.1:80` mean what they say. */
function hostAndPort(entry: string): string {
  const [, host, port] = /^([^@?#\\]+):(\d{1,5})$/.exec(entry) ?? [];
  const url = URL.parse(`http://${host ?? ' '}/`);
  if (url === null || url.port !== '' || Number(port) > 65_535) throw badEntry(entry);
  return `${url.hostname}:${Number(port)}`;
}

function badEntry(entry: string): Error {
  return new Error(
    `allowPrivate has the entry "${entry}". Expected "host:port" such as "127.0.0.1:4010", or a range such as "10.20.0.0/16".`,
  );
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces()).flatMap((cards) => cards?.map((card) => card.address) ?? []);
}
