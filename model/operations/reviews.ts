// What the operator of a server decides about mini-apps: which versions everybody may find, and which apps are stopped.
import { z } from 'zod';
import { nothing, operation } from '../operation.ts';

const appId = z.uuid();
const words = z.string().trim().min(1, 'Say why: the developer reads it.').max(1000);

const operatedAppView = z.object({
  appId,
  label: z.string(),
  publisher: z.string(),
  state: z.enum(['draft', 'private', 'public', 'suspended']),
  installs: z.int(),
  /** Why it is suspended; null while it is not. */
  suspended: z.string().nullable(),
  /** The version that waits for a decision; null where none does. */
  asked: z
    .object({
      version: z.int(),
      changelog: z.string(),
      askedAt: z.iso.datetime(),
      /** What the check warns of. */
      warnings: z.array(z.string()),
      scopes: z.array(z.string()),
      hosts: z.array(z.string()),
      /** Against the version that is public now; empty for a first one. */
      changes: z.array(z.string()),
    })
    .nullable(),
});

export const reviewOperations = {
  listOperatedApps: operation({
    method: 'GET',
    path: '/api/operator/apps',
    group: 'operator',
    about:
      'For operators of the server (BELLWIRE_OPERATORS): the published mini-apps of every workspace, those that wait for a decision first.',
    who: 'person',
    input: nothing,
    output: z.object({ rows: z.array(operatedAppView) }),
    problems: ['forbidden'],
  }),
  decideReview: operation({
    method: 'POST',
    path: '/api/operator/apps/{appId}/review',
    group: 'operator',
    about:
      'Approves the version that waits, so that every workspace finds it and installs follow; or rejects it, in words.',
    who: 'person',
    input: z.object({
      appId,
      version: z.int(),
      decision: z.enum(['approve', 'reject']),
      /** Wanted where it is rejected. */
      says: z.string().trim().max(1000).default(''),
    }),
    output: nothing,
    problems: ['forbidden', 'not-found', 'conflict'],
  }),
  suspendApp: operation({
    method: 'POST',
    path: '/api/operator/apps/{appId}/suspend',
    group: 'operator',
    about:
      'Stops an app at once, wherever it is installed: its events are parked, its flows and requests stop.',
    who: 'person',
    input: z.object({ appId, says: words }),
    output: nothing,
    problems: ['forbidden', 'not-found', 'conflict'],
  }),
  liftSuspension: operation({
    method: 'POST',
    path: '/api/operator/apps/{appId}/lift',
    group: 'operator',
    about: 'Lets a suspended app run again. What is parked is run by whoever owns it.',
    who: 'person',
    input: z.object({ appId }),
    output: nothing,
    problems: ['forbidden', 'not-found', 'conflict'],
  }),
};
