// Works out where a redirect leads and what may go along: never a secret to another origin, never from https down to http.
import { EgressFailure } from './egress-answer.ts';
import { type Hop, readUrl } from './egress-request.ts';

interface RedirectRules {
  readonly secretHeaders: readonly string[];
  /** A body may hold secrets too, so it crosses origins only where the app has declared its hosts. */
  readonly bodyMayCrossOrigins: boolean;
}

/** Undefined where the answer is no redirect. */
export function redirectTarget(status: number, location: string | undefined): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? location : undefined;
}

/** @throws EgressFailure where the redirect must not be followed. */
export function nextHop(from: Hop, status: number, location: string, rules: RedirectRules): Hop {
  const url = readUrl(location, from.url);
  if (from.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new EgressFailure(
      'bad-url',
      `${from.url.host} redirects from https to http, which would send the request in the open. Call the final address itself.`,
    );
  }
  const crosses = url.origin !== from.url.origin;
  const turned = turnsToGet(from.method, status)
    ? { ...from, method: 'GET' as const, headers: without(from.headers, bodyHeaders), body: undefined }
    : from;
  if (crosses && turned.body !== undefined && !rules.bodyMayCrossOrigins) {
    throw new EgressFailure(
      'host-not-allowed',
      `${from.url.host} redirects this ${from.method} with its body to ${url.host}. Call that address itself, or declare both hosts.`,
    );
  }
  const headers = crosses ? without(turned.headers, [...credentialHeaders, ...rules.secretHeaders]) : turned.headers;
  return { ...turned, url, headers };
}

const credentialHeaders = ['authorization', 'cookie', 'proxy-authorization'];
const bodyHeaders = ['content-type', 'content-encoding', 'content-language', 'content-location'];

/** As browsers do: 303 always, 301 and 302 for POST; 307 and 308 keep method and body. */
function turnsToGet(method: Hop['method'], status: number): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD';
  return (status === 301 || status === 302) && method === 'POST';
}

function without(headers: Hop['headers'], names: readonly string[]): Hop['headers'] {
  const dropped = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}
