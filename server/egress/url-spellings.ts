// Makes the many ways to write the URL of an address that must not be reached, for the tests of the wall.

/** Loopback, private, link-local and metadata, CGNAT, multicast, broadcast, this network: what no app may reach. */
const forbidden = [
  '127.0.0.1',
  '127.1.2.3',
  '10.0.0.1',
  '172.16.5.4',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
];

/** Every spelling as a full URL with this port; all of them mean a forbidden address or nothing at all. */
export function forbiddenUrls(port: number): string[] {
  const hosts = forbidden.flatMap((address) => [...spellingsV4(address), ...spellingsV6(address)]);
  return [...hosts, ...plainV6, ...names].flatMap((host) => decorations(host, port));
}

/** Addresses of real public services, in the spellings people use. */
export const publicAddresses = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80b::200e',
  '2620:fe::fe',
  '2003::1',
  '3ffe:ffff::1',
];

function spellingsV4(address: string): string[] {
  const [a, b, c, d] = parts(address);
  const whole = (((a * 256 + b) * 256 + c) * 256 + d) >>> 0;
  const hex = (part: number) => `0x${part.toString(16)}`;
  const octal = (part: number) => `0${part.toString(8)}`;
  return [
    address,
    String(whole),
    hex(whole),
    octal(whole),
    [a, b, c, d].map(hex).join('.'),
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map((part) => octal(part).padStart(12, '0')).join('.'),
    [hex(a), b, octal(c), d].join('.'),
    [a, (b * 256 + c) * 256 + d].join('.'),
    [hex(a), b, c * 256 + d].join('.'),
    [...address].map((sign) => (sign === '.' ? '。' : String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))).join(''),
    [...address].map((sign) => (sign === '.' ? '．' : circled(sign))).join(''),
    [...address].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join(''),
    `${address}.`,
  ];
}

/** The same IPv4 address inside IPv6: mapped, compatible, translated, NAT64, 6to4, ISATAP, Teredo. */
function spellingsV6(address: string): string[] {
  const [a, b, c, d] = parts(address);
  const high = (a * 256 + b).toString(16);
  const low = (c * 256 + d).toString(16);
  const flipped = [(~(a * 256 + b)) & 0xffff, (~(c * 256 + d)) & 0xffff].map((part) => part.toString(16)).join(':');
  return [
    `[::ffff:${address}]`,
    `[::FFFF:${high}:${low}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[::${address}]`,
    `[::ffff:0:${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${high}:${low}]`,
    `[2002:${high}:${low}::1]`,
    `[fe80::5efe:${address}]`,
    `[2001:0:4136:e378:8000:63bf:${flipped}]`,
  ];
}

const plainV6 = ['[::1]', '[0:0:0:0:0:0:0:1]', '[::]', '[fc00::1]', '[fd00:ec2::254]', '[fe80::1]', '[fec0::1]', '[ff02::1]'];
const names = ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'metadata.google.internal', 'rebind.test'];

function decorations(host: string, port: number): string[] {
  return [
    `http://${host}:${port}/`,
    `https://${host}:${port}/`,
    `http:\\\\${host}:${port}\\path`,
    `http:${host}:${port}`,
    `HTTP://${host}:${port}?q=1#@example.com`,
    `http://example.com@${host}:${port}/`,
    `http://${host}:${port}/%2e%2e/@example.com`,
    ` \thttp://${host}:${port}/\n`,
  ];
}

function circled(digit: string): string {
  return digit === '0' ? '⓪' : String.fromCodePoint(0x2460 + Number(digit) - 1);
}

function parts(address: string): [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return [a, b, c, d];
}
