// What a caller asks the guarded client to send, checked once and copied into the only form that the rest works on.
import { EgressFailure } from './egress-answer.ts';

export interface EgressRequest {
  readonly method: EgressMethod;
  /** Absolute, http or https, without user name and password. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For the whole: waiting for a connection, looking up, connecting, redirects, and reading the answer. */
  readonly timeoutMs: number;
  /** The hosts the app has declared, exact or `*.example.com`. Absent: any public host. Empty: none. */
  readonly allowedHosts?: readonly string[];
  /** 0 (default) hands a redirect back as the answer. At most 5 are followed. */
  readonly maxRedirects?: number;
  /** Headers that hold a secret: like Authorization and Cookie they are dropped where a redirect changes the origin. */
  readonly secretHeaders?: readonly string[];
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
export type EgressMethod = (typeof methods)[number];

/** One request on its way; a redirect makes the next one. */
export interface Hop {
  readonly method: EgressMethod;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/**
 * Each field is read once and its type looked at, because a check of one value and the use of another
 * (a getter, an array where text was expected) is how such walls were passed elsewhere.
 * @throws EgressFailure `bad-url` or `bad-request`.
 */
export function firstHop(request: EgressRequest): Hop {
  const { method, url, headers, body } = request;
  if (!methods.includes(method)) throw badRequest(`The method is "${String(method)}". Use one of ${methods.join(', ')}.`);
  if (body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw badRequest('The body is neither text nor bytes. Turn it into text first, for example as JSON.');
  }
  return { method, url: readUrl(url), headers: readHeaders(headers), body };
}

/** @throws EgressFailure `bad-url`; its words never repeat the URL, which may hold a secret in its path or query. */
export function readUrl(text: string, base?: URL): URL {
  const url = typeof text === 'string' ? URL.parse(text, base?.href) : null;
  if (url === null) throw badUrl('The URL cannot be read. Write it in full, such as "https://api.example.com/orders".');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw badUrl(`The URL begins with "${url.protocol}". Only http and https addresses can be called.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw badUrl(`The URL for ${url.host} holds a user name or password. Send them in an Authorization header instead.`);
  }
  return url;
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

// A Host header could name another site than the one that was checked; the others are the transport's own.
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function readHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null) throw badRequest('The headers must be names with texts.');
  const read = new Map([
    ['user-agent', 'Bellwire'],
    ['accept-encoding', 'gzip, deflate, br'],
  ]);
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (ownHeaders.has(key)) throw badRequest(`The header "${name}" is set by the server itself. Remove it.`);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key)) {
      throw badRequest(`"${name}" is not a header name. Use letters, digits and hyphens.`);
    }
    // Tab, space, and what is visible in Latin-1: a line break would begin another header or request.
    if (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw badRequest(
        `The header "${name}" must be text on one line. Remove line breaks and encode other characters first.`,
      );
    }
    read.set(key, value);
  }
  return Object.fromEntries(read);
}

function badUrl(says: string): EgressFailure {
  return new EgressFailure('bad-url', says);
}

function badRequest(says: string): EgressFailure {
  return new EgressFailure('bad-request', says);
}
