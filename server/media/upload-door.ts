// Takes files from visitors of a web chat: who they are says the token that the chat gave them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { MOST_MEDIA_BYTES, type Media } from '@bellwire/model/media.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { findChatBot, visitorHash } from '../chat/visitors.ts';
import type { Tables } from '../database/tables.ts';
import { sendProblem } from '../events/door-answer.ts';
import { readBytes } from '../events/read-bytes.ts';
import { answerFailure } from '../http/failure.ts';
import { createRateLimit, type RateLimit } from '../people/rate-limit.ts';
import { readToken } from '../people/token.ts';
import { keepMedia } from './keep-media.ts';

interface UploadRooms {
  readonly platform: Kysely<Tables>;
  readonly log: Logger;
  readonly addressOf: (request: IncomingMessage) => string;
}

const PATH = '/chat/media';

/** Handles `POST /chat/media?bot=<public id>&name=<name>`. @returns whether the request was one of these. */
export function uploadDoor(
  rooms: UploadRooms,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const limit = createRateLimit({ burst: 20, refillPerMinute: 10, now: () => performance.now() });
  return (request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== PATH) return false;
    take(rooms, limit, request).then(
      (media) => answer(response, media),
      async (error: unknown) => {
        // What is still to come of the body is not waited for.
        response.setHeader('connection', 'close');
        await sendProblem(response, answerFailure(error, PATH, rooms.log), error);
      },
    );
    return true;
  };
}

async function take(rooms: UploadRooms, limit: RateLimit, request: IncomingMessage): Promise<Media> {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const token = readToken(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1], 'vis');
  if (token.is === 'refused') throw new ProblemError('not-signed-in', { says: token.says });
  allow(limit, token.hash.toString('base64'));
  allow(limit, rooms.addressOf(request));
  const bot = await findChatBot(rooms.platform, searchParams.get('bot') ?? '');
  if (bot === undefined) throw new ProblemError('not-found', { says: 'There is no chat at this address.' });
  const bytes = await readBytes(request, MOST_MEDIA_BYTES);
  return keepMedia(rooms.platform, {
    workspaceId: bot.workspaceId,
    name: searchParams.get('name') ?? 'file',
    bytes,
    visitor: visitorHash(bot, token.hash),
  });
}

function allow(limit: RateLimit, key: string): void {
  const answered = limit.take(key);
  if (answered.is === 'allowed') return;
  throw new ProblemError('too-many-requests', {
    says: 'These are many files in a short time. Try again in a moment.',
    retryAfterSeconds: answered.retryAfterSeconds,
  });
}

function answer(response: ServerResponse, media: Media): void {
  const text = JSON.stringify(media);
  response.writeHead(201, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}
