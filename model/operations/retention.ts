// How long a workspace keeps what, what will go next and when, and choosing less.
import { z } from 'zod';
import { keptKinds } from '../retention.ts';
import { nothing, operation } from '../operation.ts';

const keptView = z.object({
  kind: z.enum(keptKinds),
  label: z.string(),
  says: z.string(),
  /** Days that hold; null is for ever. */
  days: z.int().nullable(),
  /** What the operator keeps at most. */
  operatorDays: z.int().nullable(),
  /** The workspace's own choice, where it has made one. */
  ownDays: z.int().nullable(),
  oldestAt: z.iso.datetime().nullable(),
  /** When the oldest will be removed, at the earliest; null where nothing will. */
  nextRemovalAt: z.iso.datetime().nullable(),
});

const daysOrNull = z.int().min(1).max(3650).nullable();
const output = z.object({ kept: z.array(keptView) });

export const retentionOperations = {
  getRetention: operation({
    method: 'GET',
    path: '/api/retention',
    group: 'workspaces',
    about: 'How long events, runs and messages are kept, how old the oldest is, and when it goes.',
    who: 'viewer',
    scope: 'workspace:read',
    input: nothing,
    output,
  }),
  setRetention: operation({
    method: 'PUT',
    path: '/api/retention',
    group: 'workspaces',
    about:
      'Keeps things for fewer days than the operator does; null is as long as the operator. What is too old then goes within an hour.',
    who: 'admin',
    scope: 'workspace:write',
    input: z.object({ event: daysOrNull, unheard: daysOrNull, refused: daysOrNull, message: daysOrNull }),
    output,
  }),
};
