// Answers at the addresses of one-time URLs: the first call goes into the run it was made for, all others are told so.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { compileJsonPath } from '@bellwire/engine/language/json-path.ts';
import { createRateLimit, type RateLimit } from '../people/rate-limit.ts';
import { claimUrl, findUrl, recordCall, type FoundUrl } from './claim.ts';
import { pageWords } from './page-words.ts';
import { readCall } from './read-call.ts';
import { formPage, urlPage, urlPagePolicy } from './url-page.ts';
import { askedBy, readForm } from './web-form.ts';

export interface OneTimeUrlRooms {
  readonly pool: pg.Pool;
  /** Wakes the lanes: an arrival was put into the log. */
  readonly wake: () => void;
}

interface Rooms extends OneTimeUrlRooms {
  /** By address: each late call leaves a line in the story, and nobody needs thousands. */
  readonly limit: RateLimit;
}

interface Answer {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Drawn in place of title and text for whoever reads HTML. */
  readonly html?: string;
  /** What is wrong, by input, for whoever sends JSON. */
  readonly faults?: ReadonlyMap<string, string>;
}

const unknown: Answer = {
  status: 404,
  title: 'There is nothing here',
  text: 'Check that the whole address was copied.',
};
const used: Answer = {
  status: 410,
  title: 'This address has been used',
  text: 'It works once only. Nothing was done again.',
};
const over: Answer = {
  status: 410,
  title: 'The time of this address is over',
  text: 'Go back to the chat and ask for a new one.',
};
const looked: Answer = {
  status: 200,
  title: 'Nothing to do yet',
  text: 'This page goes on by itself when the other side calls it.',
};

/** Handles `/u/<token>`. @returns whether the address was one of these. */
export function oneTimeUrls(
  given: OneTimeUrlRooms,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const limit = createRateLimit({ burst: 300, refillPerMinute: 60, now: () => performance.now() });
  const rooms = { ...given, limit };
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const token = /^\/u\/([A-Za-z0-9_-]{20,100})$/.exec(url.pathname)?.[1];
    if (token === undefined) return false;
    answer(rooms, request, url, token).then(
      (given) => send(request, response, given),
      () =>
        send(request, response, {
          status: 503,
          title: 'Not ready',
          text: 'Nothing was taken in. Try again in a moment.',
        }),
    );
    return true;
  };
}

async function answer(rooms: Rooms, request: IncomingMessage, url: URL, token: string): Promise<Answer> {
  const allowed = rooms.limit.take(token);
  if (allowed.is === 'limited') return tooMany(allowed.retryAfterSeconds);
  const found = await findUrl(rooms.pool, token);
  if (found === null) return unknown;
  const method = request.method ?? 'GET';
  if (isLook(request)) return looked;
  const methods = methodsOf(found);
  if (!methods.includes(method))
    return {
      status: 405,
      title: 'Not this way',
      text: `This address takes ${methods.join(' and ')}.`,
      headers: { allow: methods.join(', ') },
    };
  const read = await readCall(request, url.searchParams);
  if (read.is === 'refused')
    return { status: read.status, title: 'This cannot be taken in', text: read.says };
  if (found.isUsed) return tooLate(rooms.pool, found, method, 'used');
  if (found.isOver) return tooLate(rooms.pool, found, method, 'expired');
  return takeCall(rooms, found, method, read.payload);
}

async function takeCall(rooms: Rooms, found: FoundUrl, method: string, payload: Json): Promise<Answer> {
  const { declared } = found;
  if (declared?.form !== undefined) return takeForm(rooms, found, { form: declared.form, method, payload });
  // A bare visit, by a person or a scanner that follows links, brings nothing: it must not use the address up.
  const isBare = method === 'GET' && !bringsSomething(found, payload);
  if (isBare && (declared?.mappings ?? []).length > 0) return looked;
  return claim(rooms, found, method, payload);
}

interface FormCall {
  readonly form: NonNullable<NonNullable<FoundUrl['declared']>['form']>;
  readonly method: string;
  readonly payload: Json;
}

/** Opening a form takes nothing, however often; only what is sent with it does. */
async function takeForm(rooms: Rooms, found: FoundUrl, { form, method, payload }: FormCall): Promise<Answer> {
  const given: JsonObject = isJsonObject(payload) ? payload : {};
  const asked = askedBy(form, found.app);
  const page = { from: found.app.label, title: form.title, asked, given };
  if (method === 'GET') return { ...looked, html: formPage({ ...page, faults: new Map() }) };
  const read = readForm(asked, given, found.app);
  if (!read.ok)
    return {
      status: 422,
      title: 'Some answers have to be mended',
      text: [...read.faults.values()].join(' '),
      html: formPage({ ...page, faults: read.faults }),
      faults: read.faults,
    };
  const answered = { ...found, values: { ...found.values, ...read.saved } };
  return claim(rooms, answered, method, { ...given, ...read.answers });
}

async function claim({ pool, wake }: Rooms, found: FoundUrl, method: string, payload: Json): Promise<Answer> {
  if (!(await claimUrl(pool, found, method, payload))) return tooLate(pool, found, method, 'used');
  wake();
  return { status: 200, ...pageWords(found, payload, new Date().toISOString()) };
}

/** A form is opened and sent, whatever else the address takes. */
function methodsOf({ declared }: FoundUrl): readonly string[] {
  return declared?.form === undefined ? (declared?.methods ?? []) : ['GET', 'POST'];
}

function tooMany(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    title: 'Too often',
    text: `Nothing was taken in. Try again in ${retryAfterSeconds} seconds.`,
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}

async function tooLate(
  pool: pg.Pool,
  found: FoundUrl,
  method: string,
  verdict: 'used' | 'expired',
): Promise<Answer> {
  const says =
    verdict === 'used'
      ? 'It came after the first call and was stopped: the address works once.'
      : 'It came after the time of the address was over.';
  await recordCall(pool, found, { method, verdict, says });
  return verdict === 'used' ? used : over;
}

/**
 * Mail scanners and chat apps fetch links to draw a preview of them, and say so. They never post: a provider's server that
 * has "bot" in its name does.
 */
function isLook({ method, headers }: IncomingMessage): boolean {
  if (method === 'HEAD') return true;
  if (method !== 'GET') return false;
  const purpose = `${String(headers['purpose'] ?? '')} ${String(headers['sec-purpose'] ?? '')} ${String(headers['x-moz'] ?? '')}`;
  if (/prefetch|preview|prerender/i.test(purpose)) return true;
  return /(bot|crawler|spider|preview|facebookexternalhit|whatsapp|slackbot|telegrambot|skypeuri|scanner)/i.test(
    headers['user-agent'] ?? '',
  );
}

function bringsSomething({ declared }: FoundUrl, payload: Json): boolean {
  return (declared?.mappings ?? []).some(({ path }) => {
    const compiled = compileJsonPath(path);
    const picked = compiled.ok ? compiled.jsonPath.first(payload) : undefined;
    return picked?.ok === true && picked.value !== undefined;
  });
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, title, text, headers, html, faults } = answer;
  const wantsJson = readsJson(request);
  response.writeHead(status, {
    'content-type': wantsJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': urlPagePolicy,
    ...headers,
  });
  const told = { status: status < 300 ? 'ok' : 'refused', title, says: text };
  response.end(
    wantsJson
      ? JSON.stringify(faults === undefined ? told : { ...told, faults: Object.fromEntries(faults) })
      : (html ?? urlPage({ title, text })),
  );
}

/** A browser says that it reads HTML, also when it posts a form; what else posts is a program. */
function readsJson({ method, headers: { accept = '' } }: IncomingMessage): boolean {
  if (accept.includes('text/html')) return false;
  return accept.includes('json') || method === 'POST';
}
