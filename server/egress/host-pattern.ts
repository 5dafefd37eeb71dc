// Matches a host against the hosts that an app has declared.
import { domainToASCII } from 'node:url';

/**
 * `example.com` matches only itself; `*.example.com` matches every host below it and not itself.
 * Case, a trailing dot and the spelling of international names make no difference. A port other than the scheme's own has to
 * be named: `example.com:8443`.
 *
 * @param port As `URL.port` has it: empty for the scheme's own.
 * @example matchesHost('*.example.com', 'api.example.com') // true
 */
export function matchesHost(pattern: string, host: string, port = ''): boolean {
  const [, name = '', wantedPort = ''] = /^(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
  if (wantedPort !== port) return false;
  const asked = plainHost(host);
  if (!name.startsWith('*.')) return asked !== '' && asked === plainHost(name);
  const parent = plainHost(name.slice(2));
  return parent !== '' && asked.length > parent.length + 1 && asked.endsWith(`.${parent}`);
}

/** Empty where the text is no host at all, `*` included. Brackets stay: `domainToASCII` knows no IPv6. */
function plainHost(host: string): string {
  if (host.startsWith('[')) return host.toLowerCase();
  const plain = domainToASCII(host.replace(/\.$/, ''));
  return plain.includes('*') ? '' : plain;
}
