// Mini-apps as their developer works on them: the draft, its changes, its text form, its published versions.
import { z } from 'zod';
import { appSchema } from '../app.ts';
import { changeSchema } from '../changes/change.ts';
import { labelSchema, nameSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { complaintView } from './views.ts';

const appStates = ['draft', 'private', 'public', 'suspended'] as const;

const appSummaryView = z.object({
  id: z.uuid(),
  name: z.string(),
  label: z.string(),
  description: z.string(),
  logo: z.string().nullable(),
  state: z.enum(appStates),
  publishedVersion: z.int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  installs: z.int(),
  /** What the operator of the server said last, where they decide who finds an app; null where nothing waits or was refused. */
  review: z.object({ is: z.enum(['asked', 'rejected']), version: z.int(), says: z.string() }).nullable(),
  /** Why the operator has suspended it; null while it is not. */
  suspended: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});

const versionView = z.object({
  id: z.uuid(),
  number: z.int(),
  changelog: z.string(),
  publishedAt: z.iso.datetime(),
});

/** The draft as the builder shows it; `revision` names the state that the next change is made on. */
const appDraftView = appSummaryView.extend({
  app: appSchema,
  revision: z.int(),
  complaints: z.array(complaintView),
});

const appId = z.uuid();

export const appOperations = {
  listApps: operation({
    method: 'GET',
    path: '/api/apps',
    group: 'apps',
    about: 'The mini-apps of this workspace.',
    who: 'viewer',
    scope: 'apps:read',
    input: nothing,
    output: z.object({ rows: z.array(appSummaryView) }),
  }),
  createApp: operation({
    method: 'POST',
    path: '/api/apps',
    group: 'apps',
    about:
      'Makes a mini-app: an empty one from a label, or a whole one from its definition (an object, with defaults left out at will).',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      label: labelSchema.optional(),
      name: nameSchema.optional(),
      definition: z.json().optional(),
    }),
    output: appDraftView,
    status: 201,
    problems: ['conflict'],
  }),
  getApp: operation({
    method: 'GET',
    path: '/api/apps/{appId}',
    group: 'apps',
    about: 'A mini-app with its draft and what the check says of it.',
    who: 'viewer',
    scope: 'apps:read',
    input: z.object({ appId }),
    output: appDraftView,
    problems: ['not-found'],
  }),
  changeApp: operation({
    method: 'POST',
    path: '/api/apps/{appId}/changes',
    group: 'apps',
    about:
      'Makes changes to the draft, all or none. They are made on the revision named; an older one is refused.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({ appId, revision: z.int(), changes: z.array(changeSchema).min(1).max(200) }),
    output: appDraftView,
    problems: ['not-found', 'stale-edit'],
  }),
  replaceApp: operation({
    method: 'PUT',
    path: '/api/apps/{appId}/text',
    maxBodyBytes: 6 * 1024 * 1024,
    group: 'apps',
    about: 'Replaces the draft by a definition in its text form.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({ appId, revision: z.int().optional(), text: z.string().max(5_000_000) }),
    output: appDraftView,
    problems: ['not-found', 'stale-edit'],
  }),
  appText: operation({
    method: 'GET',
    path: '/api/apps/{appId}/text',
    group: 'apps',
    about: 'The draft, or a published version, in its canonical text form.',
    who: 'viewer',
    scope: 'apps:read',
    input: z.object({ appId, version: z.coerce.number().int().optional() }),
    output: z.object({ text: z.string() }),
    problems: ['not-found'],
  }),
  publishApp: operation({
    method: 'POST',
    path: '/api/apps/{appId}/publish',
    group: 'apps',
    about:
      'Freezes the draft as the next version. `private` installs in this workspace only, `public` in every workspace of this server, where the server has operators once one of them has approved it.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      appId,
      revision: z.int(),
      visibility: z.enum(['private', 'public']),
      changelog: z.string().max(2000).default(''),
    }),
    output: appDraftView,
    status: 201,
    problems: ['not-found', 'stale-edit', 'not-publishable'],
  }),
  listVersions: operation({
    method: 'GET',
    path: '/api/apps/{appId}/versions',
    group: 'apps',
    about: 'The published versions, newest first.',
    who: 'viewer',
    scope: 'apps:read',
    input: z.object({ appId }),
    output: z.object({ rows: z.array(versionView) }),
    problems: ['not-found'],
  }),
  deleteApp: operation({
    method: 'DELETE',
    path: '/api/apps/{appId}',
    group: 'apps',
    about: 'Removes a mini-app that nobody has installed.',
    who: 'admin',
    scope: 'apps:write',
    input: z.object({ appId }),
    output: nothing,
    problems: ['not-found', 'conflict'],
  }),
};
