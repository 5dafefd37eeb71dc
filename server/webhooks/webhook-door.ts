// The addresses of webhooks, straight on node:http, as a signature is of the bytes that came.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { readBytes } from '../events/read-bytes.ts';
import { createRateLimit, type RateLimit } from '../people/rate-limit.ts';
import { readToken } from '../people/token.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { noteCall } from './call-log.ts';
import { findWebhook } from './find-webhook.ts';
import { takeWebhookCall, type Answer, type TakeRooms } from './take-webhook-call.ts';

export interface WebhookRooms extends TakeRooms {
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly log: Logger;
}

const WEBHOOK_PATH = '/hooks/';
const MOST_WEBHOOK_BYTES = 256 * 1024;

interface Limits {
  /** By address: what one may take. */
  readonly calls: RateLimit;
  /** By address: lines that anybody on the street can have written. */
  readonly notes: RateLimit;
}

/** @returns whether the request was for such an address; the answer then comes by itself. */
export function webhookDoor(
  rooms: WebhookRooms,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const now = () => performance.now();
  const limits: Limits = {
    calls: createRateLimit({ burst: 1000, refillPerMinute: 6000, now }),
    notes: createRateLimit({ burst: 60, refillPerMinute: 30, now }),
  };
  return (request, response) => {
    if (request.url?.startsWith(WEBHOOK_PATH) !== true) return false;
    answer(rooms, limits, request).then(
      (given) => send(response, given),
      (error: unknown) => send(response, failure(rooms.log, error)),
    );
    return true;
  };
}

const unknown: Answer = {
  is: 'refusal',
  status: 404,
  text: 'There is no webhook at this address. Copy all of it.',
};
const gone: Answer = {
  is: 'refusal',
  status: 410,
  text: 'This webhook is out of use: its app was uninstalled or has it no more, or it was switched off.',
};

interface Limited extends Answer {
  readonly retryAfterSeconds?: number;
}

async function answer(rooms: WebhookRooms, limits: Limits, request: IncomingMessage): Promise<Limited> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const token = readToken(url.pathname.slice(WEBHOOK_PATH.length), 'hook');
  if (token.is === 'refused') return unknown;
  const allowed = limits.calls.take(token.hash.toString('hex'));
  if (allowed.is === 'limited')
    return {
      is: 'refusal',
      status: 429,
      text: 'Too many calls. Send it again later.',
      retryAfterSeconds: allowed.retryAfterSeconds,
    };
  const webhook = await findWebhook(rooms.platform, rooms.sealer, token.hash);
  if (webhook === null) return unknown;
  if (webhook === 'gone') return gone;
  const body = Buffer.from(await readBytes(request, MOST_WEBHOOK_BYTES));
  const { method = 'GET', headers } = request;
  const call = {
    method,
    headers,
    query: url.searchParams,
    body,
    url: `${rooms.publicUrl}${request.url ?? ''}`,
  };
  const given = await takeWebhookCall(rooms, webhook, call);
  if (given.note !== undefined && limits.notes.take(webhook.addressId).is === 'allowed')
    await noteCall(rooms.platform, given.note);
  return given;
}

/** The address holds a secret, so it is not what the log calls the place. */
function failure(log: Logger, error: unknown): Answer {
  if (error instanceof ProblemError && error.code === 'body-too-large')
    return { is: 'refusal', status: 413, text: error.message };
  if (error instanceof ProblemError && error.code === 'bad-json')
    return { is: 'refusal', status: 400, text: error.message };
  log.error({ err: error, place: `${WEBHOOK_PATH}…` }, 'A call at a webhook could not be taken in.');
  return { is: 'refusal', status: 503, text: 'Nothing was taken in. Send it again.' };
}

function send(response: ServerResponse, { is, status, text, allow, retryAfterSeconds }: Limited): void {
  const isJson = is === 'refusal' || /^[[{]/.test(text);
  response.writeHead(status, {
    'content-type': `${isJson ? 'application/json' : 'text/plain'}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
    ...(allow !== undefined && { allow }),
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(is === 'answer' ? text : JSON.stringify({ status: 'refused', says: text }));
}
