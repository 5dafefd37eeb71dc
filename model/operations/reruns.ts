// What is worked again at a pace: its progress, and pausing, resuming or ending it.
import { z } from 'zod';
import { operation, pageInput, pageOf } from '../operation.ts';
import { FASTEST_PACE, rerunItemStates, rerunKinds, rerunStates, USUAL_PACE } from '../rerun.ts';

export const rerunView = z.object({
  id: z.uuid(),
  kind: z.enum(rerunKinds),
  title: z.string(),
  askedBy: z.string(),
  state: z.enum(rerunStates),
  perSecond: z.int(),
  total: z.int(),
  /** How many there are in each state; together they are the total. */
  counts: z.object({
    waiting: z.int(),
    underWay: z.int(),
    done: z.int(),
    stopped: z.int(),
    failed: z.int(),
  }),
  askedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const perSecond = z.int().min(1).max(FASTEST_PACE).default(USUAL_PACE);

const rerunId = z.uuid();

export const rerunOperations = {
  listReruns: operation({
    method: 'GET',
    path: '/api/reruns',
    group: 'reruns',
    about: 'Reruns of many events or runs, the newest first.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ state: z.enum(rerunStates).optional(), ...pageInput }),
    output: pageOf(rerunView),
  }),
  getRerun: operation({
    method: 'GET',
    path: '/api/reruns/{rerunId}',
    group: 'reruns',
    about: 'How far a rerun is.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ rerunId }),
    output: rerunView,
    problems: ['not-found'],
  }),
  listRerunItems: operation({
    method: 'GET',
    path: '/api/reruns/{rerunId}/items',
    group: 'reruns',
    about: 'The events and runs of a rerun in their order, and what each came to.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ rerunId, state: z.enum(rerunItemStates).optional(), ...pageInput }),
    output: pageOf(
      z.object({
        place: z.int(),
        eventId: z.uuid().nullable(),
        runId: z.uuid().nullable(),
        newRunId: z.uuid().nullable(),
        state: z.enum(rerunItemStates),
        says: z.string().nullable(),
        /** Effects that were not done again. */
        skipped: z.int(),
        endedAt: z.iso.datetime().nullable(),
      }),
    ),
    problems: ['not-found'],
  }),
  changeRerun: operation({
    method: 'PATCH',
    path: '/api/reruns/{rerunId}',
    group: 'reruns',
    about:
      'Pauses a rerun, lets it go on, changes its pace, or ends it. What is in the lanes already is finished.',
    who: 'agent',
    scope: 'events:write',
    input: z.object({
      rerunId,
      state: z.enum(['running', 'paused', 'cancelled']).optional(),
      perSecond: z.int().min(1).max(FASTEST_PACE).optional(),
    }),
    output: rerunView,
    problems: ['not-found', 'conflict'],
  }),
};
