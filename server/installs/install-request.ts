// Sends a request that an app declares for its installs: the connection test, subscribe and unsubscribe.
import { randomUUID } from 'node:crypto';
import { openCall } from '@bellwire/engine/open-call.ts';
import { fillRequest } from '@bellwire/engine/requests/fill-request.ts';
import { readAnswer } from '@bellwire/engine/requests/read-answer.ts';
import type { Call } from '@bellwire/model/effect.ts';
import { parseJson, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { retryAfterMs } from '@bellwire/model/retry-gaps.ts';
import { egressCall } from '../egress/egress-call.ts';
import type { Egress } from '../egress/egress.ts';
import type { EgressRequest } from '../egress/egress-request.ts';

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
  | { readonly ok: true; readonly body: Json }
  | {
      readonly ok: false;
      readonly says: string;
      /** Of the answer, where there was one. */
      readonly status?: number;
      /** What the other side asked to wait for before another try. */
      readonly askedForMs?: number;
    };

/** Sends it once; an answer other than 2xx is a failure, told in words that can be shown. */
export async function sendInstallRequest(egress: Egress, sent: InstallRequest): Promise<Sent> {
  const filled = fillInstallRequest(sent);
  if (!filled.ok) return { ok: false, says: masked(filled.says, sent.secrets) };
  const answer = await egress.send(filled.request);
  if (answer.is === 'failed') return { ok: false, says: masked(answer.says, sent.secrets) };
  if (answer.status >= 200 && answer.status < 300)
    return { ok: true, body: readAnswer(sent.request, bodyOf(answer)) };
  const said = masked(answer.body, sent.secrets).trim().slice(0, MOST_CHARACTERS_SHOWN);
  return {
    ok: false,
    status: answer.status,
    says: `The app's server answered with the status ${answer.status}${said === '' ? '.' : `: ${said}`}`,
    askedForMs: retryAfterMs(answer.headers['retry-after'], new Date().toISOString()),
  };
}

type Filled =
  | { readonly ok: true; readonly request: EgressRequest }
  | { readonly ok: false; readonly says: string };

/** The secrets are already in their places, so there are no marks to open: opening only writes user name and password out. */
function fillInstallRequest({ request, hosts, data, body }: InstallRequest): Filled {
  const scope = { data, now: new Date().toISOString(), zone: 'UTC', locale: 'en', random: Math.random };
  const built = fillRequest(request, scope, randomUUID());
  if (!built.ok) return built;
  const opened = openCall(withBody(built.call, body), '', () => undefined);
  const sendable = egressCall(opened, hosts);
  return sendable === undefined
    ? { ok: false, says: `"${opened.method}" is not a method that can be sent.` }
    : { ok: true, request: sendable };
}

/** Put in after the places were filled: what it holds is data, and is never read as a template. */
function withBody(call: Call, body: JsonObject | undefined): Call {
  const takesBody = ['POST', 'PUT', 'PATCH'].includes(call.method);
  if (body === undefined || !takesBody || call.body !== null) return call;
  return {
    ...call,
    body: JSON.stringify(body),
    headers: [{ name: 'content-type', value: 'application/json' }, ...call.headers],
  };
}

/** Some services grant tokens as a form, and say so. */
function bodyOf({ body, headers }: { body: string; headers: Readonly<Record<string, string>> }): Json {
  const parsed = parseJson(body);
  if (parsed.ok) return parsed.value;
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
    ? Object.fromEntries(new URLSearchParams(body))
    : body;
}

function masked(says: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '•••')), says);
}
