// Replaying runs: what a run has done, what a replay would do, and doing it, for one run or for many.
import { z } from 'zod';
import { eventSources, eventStates } from '../event.ts';
import { operation } from '../operation.ts';
import { rerunItemStates, rerunKinds } from '../rerun.ts';
import { perSecond, rerunView } from './reruns.ts';

/** What of a step lasts beyond its run. */
const effectView = z.object({
  /** The step from the run's own flow down, each with the number of its visit: `pay#1/ask#2`. */
  key: z.string(),
  step: z.string(),
  typeLabel: z.string(),
  icon: z.string(),
  appLabel: z.string().nullable(),
  /** What it is: Message, Request, Order … */
  what: z.string(),
  /** What came of it, in words. */
  says: z.string(),
  at: z.iso.datetime(),
  isDone: z.boolean(),
  /** In a replay: it had been done before. */
  isSkipped: z.boolean(),
});

/** How an event or run was worked again, by whom, and what came of it. */
const rerunLine = z.object({
  rerunId: z.uuid(),
  kind: z.enum(rerunKinds),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  state: z.enum(rerunItemStates),
  says: z.string().nullable(),
  runId: z.uuid().nullable(),
  newRunId: z.uuid().nullable(),
  skipped: z.int(),
});

/** `then`: the flow version that ran; `published`: today's, so the corrected one. */
const version = z.enum(['then', 'published']).default('published');
/** `skip`: what is done is not done again; `again`: all of it is. */
const effects = z.enum(['skip', 'again']).default('skip');

const choice = {
  version,
  effects,
  /** Effects, by their keys, that are done again although the others are skipped. */
  again: z.array(z.string().max(500)).max(200).default([]),
  /** `start`, `failed` (the last step that failed), or the key of a step's visit. */
  from: z.string().max(500).default('start'),
};

const ofMany = {
  installId: z.uuid().optional(),
  trigger: z.string().max(60).optional(),
  botId: z.uuid().optional(),
  flowId: z.uuid().optional(),
  source: z.enum(eventSources).optional(),
  contactId: z.uuid().optional(),
  /** The state of the event. */
  state: z.enum(eventStates).optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** `failed`: only runs that failed, and were not replayed since. */
  runs: z.enum(['failed', 'all']).default('failed'),
};

export const replayOperations = {
  getLedger: operation({
    method: 'GET',
    path: '/api/runs/{runId}/ledger',
    group: 'runs',
    about: 'What a run has done that lasts, where it failed, and how it was replayed.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ runId: z.uuid() }),
    output: z.object({
      effects: z.array(effectView),
      /** Steps that failed, the last one last. */
      failed: z.array(z.object({ key: z.string(), label: z.string(), says: z.string() })),
      /** Why it cannot be replayed; null where it can. */
      whyNot: z.string().nullable(),
      /** The run that this one replays. */
      replayOf: z.uuid().nullable(),
      reruns: z.array(rerunLine),
    }),
    problems: ['not-found'],
  }),
  listEventReruns: operation({
    method: 'GET',
    path: '/api/events/{eventId}/reruns',
    group: 'events',
    about: 'How an event was worked again: parked and run, replayed, caught up on.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object({ eventId: z.uuid() }),
    output: z.object({ rows: z.array(rerunLine) }),
  }),
  previewReplay: operation({
    method: 'POST',
    path: '/api/runs/{runId}/replay/preview',
    group: 'runs',
    about:
      'Plays a replay in memory, for the contact as it is now: what would be skipped, and what would be done.',
    who: 'agent',
    scope: 'events:read',
    input: z.object({ runId: z.uuid(), ...choice }),
    output: z.object({
      /** Why nothing would run; null where something would. */
      stopped: z.string().nullable(),
      /** What the run had done: whether the replay would skip it, do it again, or not come to it. */
      effects: z.array(effectView.extend({ plan: z.enum(['skip', 'again', 'not-reached']) })),
      /** What would be done, in order. */
      would: z.array(z.object({ what: z.string(), says: z.string() })),
      /** What the run would wait for: what comes after it cannot be told. */
      waitsFor: z.string().nullable(),
      /** Dangerous things in plain words: "Sends 2 messages that were sent before." */
      warnings: z.array(z.string()),
    }),
    problems: ['not-found'],
  }),
  replayRun: operation({
    method: 'POST',
    path: '/api/runs/{runId}/replay',
    group: 'runs',
    about: "Replays a run through its contact's lane. The same replay id again is the same replay.",
    who: 'agent',
    scope: 'events:write',
    input: z.object({ runId: z.uuid(), replayId: z.uuid().optional(), ...choice }),
    output: rerunView,
    status: 202,
    problems: ['not-found', 'conflict'],
  }),
  countReplays: operation({
    method: 'GET',
    path: '/api/replays/count',
    group: 'runs',
    about: 'How many runs a replay of many would take, and how many messages they had sent.',
    who: 'viewer',
    scope: 'events:read',
    input: z.object(ofMany),
    output: z.object({ runs: z.int(), messages: z.int() }),
  }),
  replayRuns: operation({
    method: 'POST',
    path: '/api/replays',
    group: 'runs',
    about: 'Replays many runs, the oldest first, so many a second. It goes on across restarts.',
    who: 'builder',
    scope: 'events:write',
    input: z.object({
      ...ofMany,
      version,
      effects,
      from: z.enum(['start', 'failed']).default('failed'),
      perSecond,
    }),
    output: rerunView,
    status: 202,
    problems: ['conflict'],
  }),
};
