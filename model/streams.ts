// The streams of the API: what is told as it happens, by server-sent events, until one of both sides leaves.
import { z } from 'zod';
import { eventSources, eventStates } from './event.ts';
import { operation, type Operation } from './operation.ts';
import { eventView } from './operations/events.ts';

/**
 * Declared like operations, always `GET`; the output is what each `data` holds. Each carries an `id`: sent back as `after`, or as
 * the header `Last-Event-ID`, the stream goes on behind it, with nothing left out and nothing told twice.
 */
export const streams = {
  followEvents: operation({
    method: 'GET',
    path: '/api/events/stream',
    group: 'events',
    about:
      'Events as they are settled, by server-sent events. Begins now, or behind the id of what was told last (`after`, or the header Last-Event-ID).',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({
      after: z.string().max(8_000).optional(),
      installId: z.uuid().optional(),
      trigger: z.string().max(60).optional(),
      state: z.enum(eventStates).optional(),
      source: z.enum(eventSources).optional(),
    }),
    output: eventView,
    problems: ['too-many-requests'],
  }),
};

export type StreamName = keyof typeof streams;
/** Checked, with the defaults filled in. */
export type StreamInput<Name extends StreamName> = z.output<(typeof streams)[Name]['input']>;
/** What a caller may send. */
export type StreamAsked<Name extends StreamName> = z.input<(typeof streams)[Name]['input']>;
export type StreamRow<Name extends StreamName> = z.output<(typeof streams)[Name]['output']>;

export const streamNames = Object.keys(streams).filter(isStreamName);

function isStreamName(name: string): name is StreamName {
  return Object.hasOwn(streams, name);
}

export function streamOf(name: StreamName): Operation {
  return streams[name];
}
