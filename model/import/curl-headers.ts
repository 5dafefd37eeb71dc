// The headers of a cURL command: those that say who asks become the authorization, the others rows.
import type { OutgoingRequest } from '../outgoing-request.ts';
import type { Gathered, Pair } from './gathered.ts';

interface Folded {
  readonly headers: readonly Pair[];
  readonly auth: Pick<Partial<OutgoingRequest>, 'auth' | 'token' | 'user' | 'password'>;
  readonly contentType: string | undefined;
}

/** Set by the server itself, to what is true of what it sends. */
const own = new Set(['accept-encoding', 'connection', 'content-length', 'host', 'transfer-encoding']);

export function foldHeaders({ headers, basic, token, parts, left }: Gathered): Folded {
  const rows: Pair[] = [];
  let auth: Folded['auth'] = basic === undefined ? {} : { auth: 'basic', ...basic };
  if (token !== undefined) auth = { auth: 'bearer', token };
  let contentType: string | undefined;
  for (const header of headers) {
    const name = header.name.toLowerCase();
    const known = name === 'authorization' && auth.auth === undefined ? authOf(header.value) : undefined;
    if (known !== undefined) auth = known;
    else if (name === 'content-type') contentType = header.value;
    else if (name === 'host')
      left.push(`The header "${header.name}" is set by the server itself. Put the host into the URL.`);
    else if (!own.has(name)) rows.push(header);
  }
  // A form with files has a border of its own, made anew for each request.
  return { headers: rows, auth, contentType: parts.length > 0 ? undefined : contentType };
}

/** Undefined for another scheme: then the header stays a row. */
function authOf(value: string): Folded['auth'] | undefined {
  const [, scheme = '', rest = ''] = /^(\S+)\s+(\S.*)$/.exec(value.trim()) ?? [];
  if (scheme.toLowerCase() === 'bearer') return { auth: 'bearer', token: rest };
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const [, user, password] = /^([^:]*):([^]*)$/.exec(fromBase64(rest)) ?? [];
  return user === undefined || user === '' || password === undefined
    ? undefined
    : { auth: 'basic', user, password };
}

function fromBase64(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
