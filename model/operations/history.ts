// The history of drafts, of mini-apps and of bots' flows alike: every edit in words, and the ways back.
import { z } from 'zod';
import { operation, pageInput, pageOf } from '../operation.ts';
import { appOperations } from './apps.ts';
import { flowOperations } from './flows.ts';

const editView = z.object({
  /** The revision of the draft that the edit led to. */
  revision: z.int(),
  /** What was done, a sentence for each change: `Renamed the trigger "paid" to "payment_paid"`. */
  says: z.array(z.string()),
  /** Null where a key did it, or a person who is gone. */
  by: z.string().nullable(),
  madeAt: z.iso.datetime(),
  /** The version that was made of the draft as it was then. */
  publishedAs: z.int().nullable(),
  /** False for the first state, and for edits of a time when the way back was not kept. */
  canRevert: z.boolean(),
});

const appId = z.uuid();
const flowId = z.uuid();
/** The draft that the caller has seen; an older one is refused. */
const revision = z.int();
const edit = z.coerce.number().int().min(1);

const sayRevert =
  'Takes one edit back and leaves those after it. Places that were changed again since are told as a conflict, unless `anyway` is given: then they go back as well.';

export const historyOperations = {
  listAppEdits: operation({
    method: 'GET',
    path: '/api/apps/{appId}/edits',
    group: 'apps',
    about: 'Every edit of the draft, the newest first, in words.',
    who: 'viewer',
    scope: 'apps:read',
    input: z.object({ appId, ...pageInput }),
    output: pageOf(editView),
    problems: ['not-found'],
  }),
  revertAppEdit: operation({
    method: 'POST',
    path: '/api/apps/{appId}/edits/{edit}/revert',
    group: 'apps',
    about: sayRevert,
    who: 'builder',
    scope: 'apps:write',
    input: z.object({ appId, edit, revision, anyway: z.boolean().default(false) }),
    output: appOperations.getApp.output,
    problems: ['not-found', 'stale-edit', 'conflict'],
  }),
  restoreApp: operation({
    method: 'POST',
    path: '/api/apps/{appId}/restore',
    group: 'apps',
    about:
      'Makes the draft what it was after an edit, or what a published version is. It is an edit like any other.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      appId,
      revision,
      to: z.union([z.strictObject({ edit: z.int().min(1) }), z.strictObject({ version: z.int().min(1) })]),
    }),
    output: appOperations.getApp.output,
    problems: ['not-found', 'stale-edit', 'conflict'],
  }),
  listFlowEdits: operation({
    method: 'GET',
    path: '/api/flows/{flowId}/edits',
    group: 'flows',
    about: "Every edit of a bot flow's draft, the newest first, in words.",
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ flowId, ...pageInput }),
    output: pageOf(editView),
    problems: ['not-found'],
  }),
  revertFlowEdit: operation({
    method: 'POST',
    path: '/api/flows/{flowId}/edits/{edit}/revert',
    group: 'flows',
    about: sayRevert,
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ flowId, edit, revision, anyway: z.boolean().default(false) }),
    output: flowOperations.getFlow.output,
    problems: ['not-found', 'stale-edit', 'conflict'],
  }),
  restoreFlow: operation({
    method: 'POST',
    path: '/api/flows/{flowId}/restore',
    group: 'flows',
    about: 'Makes the draft of a flow what it was after an edit. It is an edit like any other.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({ flowId, revision, to: z.strictObject({ edit: z.int().min(1) }) }),
    output: flowOperations.getFlow.output,
    problems: ['not-found', 'stale-edit', 'conflict'],
  }),
};
