// Serves what was uploaded, to whoever knows its address: a page of a web chat has no cookie to show.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql, type Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/tables.ts';
import { readRange, type Range } from './byte-range.ts';
import { mediaHash } from './keep-media.ts';

interface MediaRooms {
  readonly platform: Kysely<Tables>;
  readonly log: Pick<Logger, 'warn'>;
}

/** Handles `/media/<token>/<name>`. @returns whether the address was one of these. */
export function mediaDoor(
  rooms: MediaRooms,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.url?.startsWith('/media/') !== true) return false;
    serve(rooms, request, response).catch((err: unknown) => {
      rooms.log.warn({ err }, 'An uploaded file could not be read.');
      if (response.headersSent) response.destroy();
      else refuse(response, 503, 'Not ready. Try again in a moment.');
    });
    return true;
  };
}

async function serve(rooms: MediaRooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'This is only read.');
  const token = /^\/media\/([\w-]{20,100})(?:\/[^/]*)?$/.exec(request.url ?? '')?.[1];
  const found = token === undefined ? undefined : await find(rooms, token);
  if (found === undefined) return refuse(response, 404, 'There is nothing here.');
  const range = readRange(request.headers.range, found.size);
  if (range === 'none') {
    response.setHeader('content-range', `bytes */${found.size}`);
    return refuse(response, 416, 'There is no such part of it.');
  }
  response.writeHead(range === undefined ? 200 : 206, headersOf(found, range));
  if (request.method === 'HEAD') response.end();
  else response.end(await read(rooms, found.id, range ?? { first: 0, last: found.size - 1 }));
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

async function find({ platform }: MediaRooms, token: string): Promise<Found | undefined> {
  return platform
    .selectFrom('media')
    .select(['id', 'name', 'type', 'size'])
    .where('token_hash', '=', mediaHash(token))
    .executeTakeFirst();
}

async function read({ platform }: MediaRooms, id: string, { first, last }: Range): Promise<Buffer> {
  const row = await platform
    .selectFrom('media')
    .select(sql<Buffer>`substring(bytes from ${first + 1}::int for ${last - first + 1}::int)`.as('part'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.part;
}

/** Even if a browser could be talked into taking it for a page, that page may do nothing. */
function headersOf({ name, type, size }: Found, range: Range | undefined): Record<string, string | number> {
  const how = /^(image|audio|video)\//.test(type) ? 'inline' : 'attachment';
  return {
    'content-type': type,
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    'content-length': range === undefined ? size : range.last - range.first + 1,
    ...(range !== undefined && { 'content-range': `bytes ${range.first}-${range.last}/${size}` }),
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}

function refuse(response: ServerResponse, status: number, says: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${says}\n`);
}
