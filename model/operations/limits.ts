// The limits of a workspace: each with what is used of it now, how often it was met, and what the workspace may lower.
import { z } from 'zod';
import { limitNames } from '../limit.ts';
import { operation, nothing } from '../operation.ts';

const limitView = z.object({
  name: z.enum(limitNames),
  label: z.string(),
  unit: z.string(),
  says: z.string(),
  help: z.string(),
  /** What holds: the operator's, or the lower one of the workspace. */
  limit: z.int(),
  operatorLimit: z.int(),
  /** Whether the workspace may lower it. */
  canLower: z.boolean(),
  /** In the last minute for rates, on average; null where it is not counted by itself. */
  used: z.number().nullable(),
  /** Refusals in the last seven days; null where it was not met. */
  met: z.object({ times: z.int(), lastAt: z.iso.datetime() }).nullable(),
});

const wholeOrNull = z.int().min(1).max(999_999_999).nullable();

export const limitOperations = {
  getLimits: operation({
    method: 'GET',
    path: '/api/limits',
    group: 'workspaces',
    about: 'The limits of firing: what holds, what is used, and how often each was met in seven days.',
    who: 'viewer',
    scope: 'workspace:read',
    input: nothing,
    output: z.object({ limits: z.array(limitView) }),
  }),
  setLimits: operation({
    method: 'PUT',
    path: '/api/limits',
    group: 'workspaces',
    about:
      "Lowers limits of the workspace below the operator's; null takes the operator's again. They hold within seconds.",
    who: 'admin',
    scope: 'workspace:write',
    input: z.object({ firesPerSecond: wholeOrNull, mostWaiting: wholeOrNull }),
    output: z.object({ limits: z.array(limitView) }),
  }),
};
