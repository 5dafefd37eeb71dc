// Tells whether a request comes from our own pages: another site must not act with a visitor's cookie.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { SessionCookie } from '../people/session-cookie.ts';

/**
 * For requests that change something. A browser says where such a request comes from, and no page can forge
 * it; with a cookie but no such word it is refused, without a cookie it is a program's. A key is sent by no
 * browser unasked.
 *
 * @throws ProblemError `bad-origin`
 */
export function checkSameSite(headers: Headers, cookie: SessionCookie, publicUrl: string): void {
  if (headers.has('authorization')) return;
  const site = sameSite(headers, publicUrl);
  if (site === 'same' || (site === 'unsaid' && cookie.read(headers) === undefined)) return;
  const origin = headers.get('origin');
  const place = origin === null ? 'a place it does not name' : `"${origin.slice(0, 200)}"`;
  throw new ProblemError('bad-origin', {
    says: `The request came from ${place}, not from this server's own pages (${publicUrl}).`,
  });
}

function sameSite(headers: Headers, publicUrl: string): 'same' | 'other' | 'unsaid' {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none' ? 'same' : 'other';
  const origin = headers.get('origin');
  if (origin === null) return 'unsaid';
  // A server without https may be reached by several names: then it is the name that the browser itself has
  // asked.
  const isOurs = origin === new URL(publicUrl).origin || URL.parse(origin)?.host === headers.get('host');
  return isOurs ? 'same' : 'other';
}
