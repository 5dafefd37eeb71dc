// Matches a host against the hosts that an app has declared.
import { domainToASCII } from 'node:url';

/**
 * `example.com` matches only itself; `*.example.com` matches every host below it and not itself.
 * Case, a trailing dot and the spelling of international names make no difference.
 *
 * @example matchesHost('*.example.com', 'api.example.com') // true
 */
export function matchesHost(pattern: string, host: string): boolean {
  const asked = plainHost(host);
  if (!pattern.startsWith('*.')) return asked !== '' && asked === plainHost(pattern);
  const parent = plainHost(pattern.slice(2));
  return parent !== '' && asked.length > parent.length + 1 && asked.endsWith(`.${parent}`);
}

/** Empty where the text is no host at all, `*` included. Brackets stay: `domainToASCII` knows no IPv6. */
function plainHost(host: string): string {
  if (host.startsWith('[')) return host.toLowerCase();
  const plain = domainToASCII(host.replace(/\.$/, ''));
  return plain.includes('*') ? '' : plain;
}
