// Answers at the addresses of one-time URLs: the first call goes into the run it was made for, all others are told so.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import type { Json } from '@bellwire/model/json.ts';
import { compileJsonPath } from '@bellwire/engine/language/json-path.ts';
import { claimUrl, findUrl, recordCall, type FoundUrl } from './claim.ts';
import { readCall } from './read-call.ts';
import { urlPage, urlPagePolicy } from './url-page.ts';

export interface OneTimeUrlRooms {
  readonly pool: pg.Pool;
  /** Wakes the lanes: an arrival was put into the log. */
  readonly wake: () => void;
}

interface Answer {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly allow?: string;
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
export function oneTimeUrls({
  pool,
  wake,
}: OneTimeUrlRooms): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const token = /^\/u\/([A-Za-z0-9_-]{20,100})$/.exec(url.pathname)?.[1];
    if (token === undefined) return false;
    answer({ pool, wake }, request, url, token).then(
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

async function answer(
  { pool, wake }: OneTimeUrlRooms,
  request: IncomingMessage,
  url: URL,
  token: string,
): Promise<Answer> {
  const found = await findUrl(pool, token);
  if (found === null) return unknown;
  const method = request.method ?? 'GET';
  if (method === 'HEAD' || isPreview(request)) return looked;
  if (!found.methods.includes(method))
    return {
      status: 405,
      title: 'Not this way',
      text: `This address takes ${found.methods.join(' and ')}.`,
      allow: found.methods.join(', '),
    };
  const read = await readCall(request, url.searchParams);
  if (read.is === 'refused')
    return { status: read.status, title: 'This cannot be taken in', text: read.says };
  if (found.isUsed) return tooLate(pool, found, method, 'used');
  if (found.isOver) return tooLate(pool, found, method, 'expired');
  // A bare visit, by a person or a scanner that follows links, brings nothing: it must not use the address up.
  if (method === 'GET' && found.mappings.length > 0 && !bringsSomething(found, read.payload)) return looked;
  if (!(await claimUrl(pool, found, method, read.payload))) return tooLate(pool, found, method, 'used');
  wake();
  return {
    status: 200,
    title: found.page?.title ?? 'Thank you',
    text: found.page?.text ?? 'It has arrived. You can close this page.',
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

/** Mail scanners and chat apps fetch links to draw a preview of them, and say so. */
function isPreview({ headers }: IncomingMessage): boolean {
  const purpose = `${String(headers['purpose'] ?? '')} ${String(headers['sec-purpose'] ?? '')} ${String(headers['x-moz'] ?? '')}`;
  if (/prefetch|preview|prerender/i.test(purpose)) return true;
  return /(bot|crawler|spider|preview|facebookexternalhit|whatsapp|slackbot|telegrambot|skypeuri|scanner)/i.test(
    headers['user-agent'] ?? '',
  );
}

function bringsSomething({ mappings }: FoundUrl, payload: Json): boolean {
  return mappings.some(({ path }) => {
    const compiled = compileJsonPath(path);
    const picked = compiled.ok ? compiled.jsonPath.first(payload) : undefined;
    return picked?.ok === true && picked.value !== undefined;
  });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, title, text, allow }: Answer,
): void {
  const wantsJson = (request.headers.accept ?? '').includes('json') || request.method === 'POST';
  response.writeHead(status, {
    'content-type': wantsJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': urlPagePolicy,
    ...(allow === undefined ? {} : { allow }),
  });
  response.end(
    wantsJson
      ? JSON.stringify({ status: status < 300 ? 'ok' : 'refused', title, says: text })
      : urlPage({ title, text }),
  );
}
