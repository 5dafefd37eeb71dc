// Sends a request that an app declares for its installs: the connection test, subscribe and unsubscribe.
import { asText } from '@bellwire/engine/language/as-text.ts';
import { fill } from '@bellwire/engine/language/fill.ts';
import { LimitError } from '@bellwire/engine/language/limit.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { retryAfterMs } from '@bellwire/model/retry-gaps.ts';
import type { Egress } from '../egress/egress.ts';
import type { EgressRequest } from '../egress/egress-request.ts';

const TIMEOUT_MS = 15_000;
const MOST_CHARACTERS_SHOWN = 200;

export interface InstallRequest {
  readonly request: OutgoingRequest;
  /** The hosts that the app has declared: no other is called. */
  readonly hosts: readonly string[];
  /** What `{{places}}` can name: `auth` and, for subscribe and unsubscribe, `install`. */
  readonly data: JsonObject;
  /** Sent as JSON where the request has no body of its own, and its method takes one. */
  readonly body?: JsonObject;
  /** Never repeated in words, should the other side give them back. */
  readonly secrets: readonly string[];
}

export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly says: string;
      /** What the other side asked to wait for before another try. */
      readonly askedForMs?: number;
    };

/** Sends it once; an answer other than 2xx is a failure, told in words that can be shown. */
export async function sendInstallRequest(egress: Egress, sent: InstallRequest): Promise<Sent> {
  let request: EgressRequest;
  try {
    request = fillRequest(sent);
  } catch (error) {
    if (error instanceof LimitError) return { ok: false, says: error.message };
    throw error;
  }
  const answer = await egress.send(request);
  if (answer.is === 'failed') return { ok: false, says: masked(answer.says, sent.secrets) };
  if (answer.status >= 200 && answer.status < 300) return { ok: true };
  const said = masked(answer.body, sent.secrets).trim().slice(0, MOST_CHARACTERS_SHOWN);
  return {
    ok: false,
    says: `The app's server answered with the status ${answer.status}${said === '' ? '.' : `: ${said}`}`,
    askedForMs: retryAfterMs(answer.headers['retry-after'], new Date().toISOString()),
  };
}

function fillRequest({ request, hosts, data, body }: InstallRequest): EgressRequest {
  const scope = { data, now: new Date().toISOString(), zone: 'UTC', locale: 'en', random: Math.random };
  const filled = (value: Json): string => asText(fill(value, scope));
  const takesBody = request.method !== 'GET' && request.method !== 'DELETE';
  const sent = request.body === undefined ? (takesBody ? body : undefined) : fill(request.body, scope);
  return {
    method: request.method,
    url: withQuery(
      filled(request.url),
      request.query.map(({ name, value }) => [name, filled(value)]),
    ),
    headers: {
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(request.headers.map(({ name, value }) => [name.toLowerCase(), filled(value)])),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    timeoutMs: TIMEOUT_MS,
    allowedHosts: hosts,
  };
}

function withQuery(address: string, query: [string, string][]): string {
  const url = URL.parse(address);
  // What cannot be read is left to the client, which has the words for it.
  if (url === null || query.length === 0) return address;
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url.href;
}

function masked(says: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '•••')), says);
}
