// Says of a numeric address whether it is public, and if not, what it is: the heart of the wall against SSRF.
import { BlockList, isIP } from 'node:net';

/**
 * Undefined for a global unicast address; else words for what it is ("a loopback address").
 * Only numeric addresses make sense here: text such as `127.1` or `localhost` has many spellings, so it counts as not public.
 */
export function privateKind(address: string): string | undefined {
  switch (isIP(address)) {
    case 4:
      return kindsV4.find(({ list }) => list.check(address, 'ipv4'))?.is;
    case 6:
      return kindsV6.find(({ list }) => list.check(address, 'ipv6'))?.is ?? outsidePublicV6(address);
    default:
      return 'not an IP address';
  }
}

const kindsV4 = kinds('ipv4', [
  ['0.0.0.0/8', 'an address of "this network"'],
  ['10.0.0.0/8', 'a private address'],
  ['100.64.0.0/10', "a provider's inner address (CGNAT)"],
  ['127.0.0.0/8', 'a loopback address'],
  ['168.63.129.16/32', "a cloud's inner service address"],
  ['169.254.0.0/16', 'a link-local or cloud metadata address'],
  ['172.16.0.0/12', 'a private address'],
  ['192.0.0.0/24', 'a protocol address'],
  ['192.0.2.0/24', 'a documentation address'],
  ['192.88.99.0/24', 'a 6to4 relay address'],
  ['192.168.0.0/16', 'a private address'],
  ['198.18.0.0/15', 'a benchmark address'],
  ['198.51.100.0/24', 'a documentation address'],
  ['203.0.113.0/24', 'a documentation address'],
  ['224.0.0.0/4', 'a multicast address'],
  ['240.0.0.0/4', 'a reserved or broadcast address'],
]);

// The first rows are outside 2000::/3 and would be refused without being listed; they are here for their words.
// The other rows are the holes in 2000::/3.
const kindsV6 = kinds('ipv6', [
  ['::/128', 'the unspecified address'],
  ['::1/128', 'a loopback address'],
  ['64:ff9b::/96', 'an IPv4 address behind NAT64'],
  ['64:ff9b:1::/48', 'an IPv4 address behind NAT64'],
  ['fc00::/7', 'a private (unique local) address'],
  ['fe80::/10', 'a link-local address'],
  ['ff00::/8', 'a multicast address'],
  ['2001::/23', 'a protocol or tunnel (Teredo) address'],
  ['2001:db8::/32', 'a documentation address'],
  ['2002::/16', 'a tunnelled IPv4 address (6to4)'],
  ['3fff::/20', 'a documentation address'],
]);

const publicV6 = blockList('2000::/3', 'ipv6');

function outsidePublicV6(address: string): string | undefined {
  return publicV6.check(address, 'ipv6') ? undefined : 'not a public IPv6 address';
}

function kinds(family: 'ipv4' | 'ipv6', rows: readonly (readonly [range: string, is: string])[]) {
  return rows.map(([range, is]) => ({ list: blockList(range, family), is }));
}

function blockList(range: string, family: 'ipv4' | 'ipv6'): BlockList {
  const [network = '', prefix] = range.split('/');
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return list;
}
