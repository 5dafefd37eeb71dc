// The addresses of captures: what comes is kept for its builder to look at, and nothing else is done.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CompiledQuery, type Kysely } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import { readBytes } from '../events/read-bytes.ts';
import { createRateLimit, type RateLimit } from '../people/rate-limit.ts';
import { readToken } from '../people/token.ts';
import { keepCall, payloadOf, type KeptCall } from '../webhooks/raw-call.ts';

export const CAPTURE_PATH = '/capture/';

const MOST_BYTES = 64 * 1024;
/** A builder looks at the newest; what came before them is forgotten. */
const MOST_CALLS = 20;

interface CaptureRooms {
  readonly platform: Kysely<Tables>;
}

interface Answer {
  readonly status: number;
  readonly says: string;
  /** Sent instead: how a service tests an address before it uses it. */
  readonly challenge?: string;
}

/** @returns whether the request was for such an address; the answer then comes by itself. */
export function captureDoor({
  platform,
}: CaptureRooms): (request: IncomingMessage, response: ServerResponse) => boolean {
  const limit = createRateLimit({ burst: 30, refillPerMinute: 60, now: () => performance.now() });
  return (request, response) => {
    if (request.url?.startsWith(CAPTURE_PATH) !== true) return false;
    capture(platform, limit, request).then(
      (answer) => send(response, answer),
      (error: unknown) =>
        send(
          response,
          error instanceof ProblemError && error.code === 'body-too-large'
            ? { status: 413, says: error.message }
            : { status: 503, says: 'Nothing was captured. Send it again.' },
        ),
    );
    return true;
  };
}

const over: Answer = {
  status: 410,
  says: 'Nobody listens here any more. Listen again: the address is a new one.',
};

async function capture(
  platform: Kysely<Tables>,
  limit: RateLimit,
  request: IncomingMessage,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const token = readToken(url.pathname.slice(CAPTURE_PATH.length), 'cap');
  if (token.is === 'refused')
    return { status: 404, says: 'There is nothing at this address. Copy all of it.' };
  if (limit.take(token.hash.toString('hex')).is === 'limited')
    return { status: 429, says: 'Too many calls. Some were captured; send the next one later.' };
  const open = await platform
    .selectFrom('capture')
    .select(['id', 'workspace_id'])
    .where('token_hash', '=', token.hash)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst();
  if (open === undefined) return over;
  const { method = 'GET', headers } = request;
  if (method === 'HEAD') return { status: 200, says: 'Somebody listens.' };
  const body = Buffer.from(await readBytes(request, MOST_BYTES));
  const kept = keepCall({ method, headers, query: url.searchParams, body, url: '' });
  await keep(platform, open, kept);
  const challenge = challengeOf(kept);
  return {
    status: 200,
    says: 'Captured. It is shown to who listens.',
    ...(challenge !== undefined && { challenge }),
  };
}

async function keep(
  platform: Kysely<Tables>,
  open: { readonly id: string; readonly workspace_id: string },
  { body, ...head }: KeptCall,
): Promise<void> {
  await platform
    .insertInto('capture_call')
    .values({
      workspace_id: open.workspace_id,
      id: uuidV7(),
      capture_id: open.id,
      at: new Date().toISOString(),
      head: JSON.stringify(head),
      body,
    })
    .execute();
  await platform.executeQuery(
    CompiledQuery.raw(
      `delete from capture_call where capture_id = $1
          and id not in (select id from capture_call where capture_id = $1 order by id desc limit ${MOST_CALLS})`,
      [open.id],
    ),
  );
}

/** Many services send nothing before they were answered what they sent: as Meta or as Slack asks. */
function challengeOf(kept: KeptCall): string | undefined {
  const read = payloadOf(kept);
  const asked =
    kept.query['hub.challenge'] ?? (read.ok ? pickByPath('$.body.challenge', read.payload) : undefined);
  return typeof asked === 'string' && asked.length <= 1000 ? asked : undefined;
}

function send(response: ServerResponse, { status, says, challenge }: Answer): void {
  response.writeHead(status, {
    'content-type': `${challenge === undefined ? 'application/json' : 'text/plain'}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'",
  });
  response.end(challenge ?? JSON.stringify({ status: status < 300 ? 'ok' : 'refused', says }));
}
