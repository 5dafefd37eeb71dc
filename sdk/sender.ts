// Sends the requests of one client: with its key, or with the session that signing in has begun.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { WrittenRequest } from './write-request.ts';

export interface SenderOptions {
  /** Where the server answers, such as `https://bellwire.example.com`. */
  readonly baseUrl: string;
  /** An API key: of the workspace, or of an install. */
  readonly key?: string;
  /** A session's cookie, as `name=value`; without a key or a cookie, one signs in or up first. */
  readonly cookie?: string;
  /** The workspace to work in, for a person who is a member of several; else their first. */
  readonly workspaceId?: string;
  /** Goes in place of the platform's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** For the whole of a call. 30,000 where nothing is said. */
  readonly timeoutMs?: number;
}

export type Sender = (request: WrittenRequest) => Promise<Response>;

export function createSender(options: SenderOptions): Sender {
  const base = new URL(options.baseUrl);
  const send = options.fetch ?? fetch;
  let cookie = options.cookie;
  return async ({ method, path, body }) => {
    const url = new URL(path, base);
    const response = await reach(url, () =>
      send(url.href, {
        method,
        headers: {
          ...senderHeaders(options, base, cookie),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        body: body ?? null,
        signal: AbortSignal.timeout(options.timeoutMs ?? 30_000),
      }),
    );
    cookie = sessionOf(response) ?? cookie;
    return response;
  };
}

export function senderHeaders(
  { key, workspaceId }: Pick<SenderOptions, 'key' | 'workspaceId'>,
  base: URL,
  cookie: string | undefined,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    // With a cookie the server wants to hear that the request comes from its own pages; a browser says so by itself.
    ...(cookie !== undefined && cookie !== '' && { cookie, origin: base.origin }),
    ...(workspaceId !== undefined && { 'bellwire-workspace': workspaceId }),
  };
}

/** A browser keeps cookies to itself and shows none here. An ended session is an empty text. */
function sessionOf(response: Response): string | undefined {
  const [pair] = response.headers.getSetCookie().map((header) => header.split(';', 1)[0] ?? '');
  return pair?.endsWith('=') === true ? '' : pair;
}

async function reach(url: URL, send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    throw new ProblemError('outside-failed', {
      says: `${url.origin} could not be reached (${reasonOf(error)}). Check the address, and that the server is running.`,
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
