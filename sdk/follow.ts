// Follows a stream of the API: each row once, over broken connections and restarts of the server.
import type { z } from 'zod';
import { writeRequest } from './write-request.ts';
import { parseJson } from '@bellwire/model/json.ts';
import { ProblemError, problems } from '@bellwire/model/problem.ts';
import {
  streamOf,
  streams,
  type StreamAsked,
  type StreamName,
  type StreamRow,
} from '@bellwire/model/streams.ts';
import { problemOfAnswer } from './read-answer.ts';
import { senderHeaders, type SenderOptions } from './sender.ts';
import { readServerSentEvents } from './server-sent-events.ts';

export interface FollowOptions extends Pick<
  SenderOptions,
  'baseUrl' | 'key' | 'cookie' | 'workspaceId' | 'fetch'
> {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Hears of each connection that is up, and of each that broke and is tried again. */
  readonly onState?: (state: FollowState) => void;
}

export type FollowState =
  | { readonly is: 'up' }
  | { readonly is: 'broken'; readonly says: string; readonly againMs: number };

export interface Followed<Row> {
  readonly row: Row;
  /** Sent as `after`, the stream goes on behind this row. */
  readonly cursor: string;
}

/** The server says something every few seconds; one that is silent for so long is gone, whatever its connection looks like. */
const SILENCE_MS = 30_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * @throws ProblemError where the server says no in a way that asking again does not mend: a bad key, a bad filter.
 * @example
 * for await (const { row } of follow('followEvents', {}, { baseUrl, key, signal })) console.log(row.state);
 */
export async function* follow<Name extends StreamName>(
  name: Name,
  asked: StreamAsked<Name>,
  options: FollowOptions,
): AsyncGenerator<Followed<StreamRow<Name>>> {
  let after: string | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  while (!options.signal.aborted) {
    try {
      for await (const { cursor, row } of readOnce(
        name,
        { ...asked, ...(after !== undefined && { after }) },
        options,
      )) {
        after = cursor;
        pauseMs = FIRST_PAUSE_MS;
        if (row !== undefined) yield { cursor, row };
      }
    } catch (error) {
      if (options.signal.aborted) return;
      if (error instanceof ProblemError && isFinal(error)) throw error;
      options.onState?.({ is: 'broken', says: reasonOf(error), againMs: pauseMs });
    }
    await pause(pauseMs, options.signal);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}

interface Told<Row> {
  readonly cursor: string;
  readonly row?: Row;
}

async function* readOnce<Name extends StreamName>(
  name: Name,
  asked: object,
  { signal, fetch: send = fetch, onState, ...options }: FollowOptions,
): AsyncGenerator<Told<StreamRow<Name>>> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error('The server was silent.')), SILENCE_MS);
  try {
    const { path } = writeRequest(streamOf(name), asked);
    const url = new URL(path, options.baseUrl);
    const headers = { ...senderHeaders(options, url, options.cookie), accept: 'text/event-stream' };
    const response = await send(url.href, { headers, signal: AbortSignal.any([signal, silence.signal]) });
    if (!response.ok || response.body === null) throw await problemOfAnswer(response);
    onState?.({ is: 'up' });
    for await (const { id, event, data } of readServerSentEvents(heard(response.body, timer))) {
      yield event === 'message' ? { cursor: id, row: readRow(name, data) } : { cursor: id };
    }
  } finally {
    clearTimeout(timer);
  }
}

async function* heard(
  bytes: AsyncIterable<Uint8Array>,
  timer: ReturnType<typeof setTimeout>,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    timer.refresh();
    yield part;
  }
}

function readRow<Name extends StreamName>(name: Name, data: string): StreamRow<Name> {
  const parsed = parseJson(data);
  const read = rows[name].output.safeParse(parsed.ok ? parsed.value : undefined);
  if (read.success) return read.data;
  throw new ProblemError('bad-input', {
    says: "The server tells events in a shape that this program does not know. Use the one of the server's version.",
    cause: read.error,
  });
}

function isFinal({ code }: ProblemError): boolean {
  return problems[code].who === 'person' && code !== 'too-many-requests';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** The same list, seen so that the compiler can follow one name through it. */
const rows: { readonly [Name in StreamName]: { readonly output: z.ZodType<StreamRow<Name>> } } = streams;
