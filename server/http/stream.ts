// Answers a stream of the API: server-sent events for as long as the caller stays and may see them.
import type { Context as HonoContext } from 'hono';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { StreamInput, StreamName, StreamRow } from '@bellwire/model/streams.ts';
import { streamOf, streams } from '@bellwire/model/streams.ts';
import type { z } from 'zod';
import { browserSession } from '../people/browser-session.ts';
import type { Caller } from '../people/caller.ts';
import { findCaller, type Doors } from '../people/find-caller.ts';
import { checkInput } from './check-input.ts';
import { requestContext } from './context.ts';
import { answerFailure } from './failure.ts';
import type { Context, Rooms } from './handler.ts';
import { readInput } from './read-input.ts';
import { remoteAddress, type HttpEnv } from './remote-address.ts';
import { refusal } from './rights.ts';

/** What a stream tells next; without a row it only says how far it has come. */
export interface Told<Row> {
  readonly cursor: string;
  readonly row?: Row;
}

/** Goes on until `leaving` is aborted; it gives something at least every few seconds, so that a caller who is gone is noticed. */
export type StreamHandler<Name extends StreamName> = (
  input: StreamInput<Name>,
  context: Context,
  leaving: AbortSignal,
) => AsyncIterable<Told<StreamRow<Name>>, void>;

export type StreamHandlers = { readonly [Name in StreamName]: StreamHandler<Name> };

export interface StreamRooms {
  readonly rooms: Rooms;
  readonly doors: Doors;
  readonly proxies: number;
  /** Aborted when the server ends: an open stream would keep it from ending. */
  readonly ending: AbortSignal;
}

/** Whoever loses the right to see it, by a revoked key or a removed member, has it ended within so long. */
const RIGHTS_MS = 10_000;

export function streamRoute<Name extends StreamName>(
  name: Name,
  handle: StreamHandler<Name>,
  { rooms, doors, proxies, ending }: StreamRooms,
): (c: HonoContext<HttpEnv>) => Promise<Response> {
  const operation = streamOf(name);
  const mayCall = async (headers: Headers): Promise<Caller> => {
    const caller = await findCaller(headers, doors);
    const problem = refusal(operation, caller);
    if (problem !== undefined) throw problem;
    return caller;
  };
  return async (c) => {
    const { raw } = c.req;
    try {
      const caller = await mayCall(raw.headers);
      const last = raw.headers.get('last-event-id');
      const given = await readInput(operation, raw, c.req.param());
      const input = checkInput(schemas[name].input, last === null ? given : { ...given, after: last });
      const session = browserSession(doors, raw.headers, () => undefined);
      const from = remoteAddress(c, proxies);
      const leaving = new AbortController();
      const signal = AbortSignal.any([leaving.signal, ending]);
      const told = handle(input, requestContext(rooms, { caller, remoteAddress: from, session }), signal);
      const mayStay = () => mayCall(raw.headers);
      const body = eventStream(name, told, { leave: () => leaving.abort(), mayStay, log: rooms.log });
      return new Response(await body, { headers: streamHeaders });
    } catch (error) {
      return answerFailure(error, name, rooms.log);
    }
  };
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // Proxies such as nginx would gather it up.
  'x-accel-buffering': 'no',
};

interface Keeping {
  readonly leave: () => void;
  readonly mayStay: () => Promise<unknown>;
  readonly log: Rooms['log'];
}

/** The first word is waited for, so that what is wrong from the beginning is answered as a problem. */
async function eventStream<Name extends StreamName>(
  name: Name,
  told: AsyncIterable<Told<StreamRow<Name>>, void>,
  { leave, mayStay, log }: Keeping,
): Promise<ReadableStream<Uint8Array>> {
  const { output } = schemas[name];
  const encoder = new TextEncoder();
  const words = told[Symbol.asyncIterator]();
  let first: IteratorResult<Told<StreamRow<Name>>, void> | undefined = await words.next();
  let checkedAt = Date.now();
  const end = (): void => {
    leave();
    // One that rests between two words does not hear of it by itself.
    words.return?.()?.catch(() => undefined);
  };
  const nextText = async (): Promise<string | undefined> => {
    const word = first ?? (await words.next());
    first = undefined;
    if (Date.now() - checkedAt > RIGHTS_MS) {
      await mayStay();
      checkedAt = Date.now();
    }
    return word.done === true ? undefined : eventText(word.value, (row) => output.parse(row));
  };
  return new ReadableStream({
    async pull(stream) {
      // A caller whose stream breaks comes again, and is then told why.
      const text = await nextText().catch((error: unknown) => {
        if (!(error instanceof ProblemError)) log.error({ err: error }, `The stream ${name} broke.`);
        return undefined;
      });
      if (text !== undefined) return stream.enqueue(encoder.encode(text));
      end();
      stream.close();
    },
    cancel: end,
  });
}

function eventText<Row>({ cursor, row }: Told<Row>, checked: (row: Row) => unknown): string {
  return row === undefined
    ? `event: cursor\nid: ${cursor}\ndata: {}\n\n`
    : `id: ${cursor}\ndata: ${JSON.stringify(checked(row))}\n\n`;
}

/** The same list, seen so that the compiler can follow one name through it. */
const schemas: {
  readonly [Name in StreamName]: {
    readonly input: z.ZodType<StreamInput<Name>>;
    readonly output: z.ZodType<StreamRow<Name>>;
  };
} = streams;
