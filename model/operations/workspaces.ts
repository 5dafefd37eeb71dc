// The workspace: its members, invitations and API keys, and what happened in it today.
import { z } from 'zod';
import { nothing, operation, roles } from '../operation.ts';
import { keyScopes } from '../scope.ts';
import { workspaceView } from './people.ts';

const memberView = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: z.iso.datetime(),
});
const invitationView = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: z.iso.datetime(),
});

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  /** The first characters, to tell keys apart; the rest is never shown again. */
  start: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});

const dayCount = z.object({ today: z.int(), byHour: z.array(z.int()).length(24) });

const homeView = z.object({
  events: dayCount,
  runs: dayCount,
  messages: dayCount,
  parked: z.int(),
  failedRuns: z.int(),
  /** What a new workspace has not done yet, in the order one would. */
  nextSteps: z.array(
    z.object({
      step: z.enum(['make-bot', 'install-app', 'subscribe', 'make-app', 'talk']),
      done: z.boolean(),
    }),
  ),
});

export const workspaceOperations = {
  createWorkspace: operation({
    method: 'POST',
    path: '/api/workspaces',
    group: 'workspaces',
    about: 'Makes another workspace, owned by whoever is signed in.',
    who: 'person',
    input: z.object({ name: z.string().trim().min(1).max(100) }),
    output: workspaceView,
    status: 201,
  }),
  home: operation({
    method: 'GET',
    path: '/api/home',
    group: 'workspaces',
    about: 'What happened today, hour by hour in UTC, and the next useful step.',
    who: 'viewer',
    scope: 'workspace:read',
    input: nothing,
    output: homeView,
  }),
  listMembers: operation({
    method: 'GET',
    path: '/api/members',
    group: 'workspaces',
    about: 'The members of the workspace and the open invitations.',
    who: 'viewer',
    scope: 'workspace:read',
    input: nothing,
    output: z.object({ members: z.array(memberView), invitations: z.array(invitationView) }),
  }),
  inviteMember: operation({
    method: 'POST',
    path: '/api/invitations',
    group: 'workspaces',
    about:
      'Invites a person: the answer has the address to give them, shown this once and good for seven days.',
    who: 'admin',
    scope: 'workspace:write',
    input: z.object({ email: z.email().max(254), role: z.enum(['viewer', 'agent', 'builder', 'admin']) }),
    output: z.object({ invitation: invitationView, address: z.string() }),
    status: 201,
    problems: ['conflict'],
  }),
  acceptInvitation: operation({
    method: 'POST',
    path: '/api/invitations/accept',
    group: 'workspaces',
    about: 'Joins the workspace that an invitation is for; the e-mail address must be the invited one.',
    who: 'person',
    input: z.object({ token: z.string().max(200) }),
    output: workspaceView,
    problems: ['gone', 'forbidden'],
  }),
  setRole: operation({
    method: 'PATCH',
    path: '/api/members/{personId}',
    group: 'workspaces',
    about:
      'Gives a member another role. The last owner stays one. No key may: an admin could make one and so become an owner.',
    who: 'owner',
    input: z.object({ personId: z.uuid(), role: z.enum(roles) }),
    output: memberView,
    problems: ['not-found', 'conflict'],
  }),
  removeMember: operation({
    method: 'DELETE',
    path: '/api/members/{personId}',
    group: 'workspaces',
    about: 'Takes a member out of the workspace. The last owner stays.',
    who: 'admin',
    scope: 'workspace:write',
    input: z.object({ personId: z.uuid() }),
    output: nothing,
    problems: ['not-found', 'conflict'],
  }),
  listKeys: operation({
    method: 'GET',
    path: '/api/keys',
    group: 'workspaces',
    about: 'The API keys of the workspace, without their secret part.',
    who: 'admin',
    scope: 'workspace:read',
    input: nothing,
    output: z.object({ rows: z.array(keyView) }),
  }),
  createKey: operation({
    method: 'POST',
    path: '/api/keys',
    group: 'workspaces',
    about: 'Makes an API key with the scopes named; the key itself is shown this once.',
    who: 'admin',
    input: z.object({
      name: z.string().trim().min(1).max(100),
      scopes: z.array(z.enum(keyScopes)).min(1, 'Choose at least one scope.'),
      expiresAt: z.iso.datetime().optional(),
    }),
    output: z.object({ key: z.string(), view: keyView }),
    status: 201,
  }),
  revokeKey: operation({
    method: 'DELETE',
    path: '/api/keys/{keyId}',
    group: 'workspaces',
    about: 'Revokes an API key at once.',
    who: 'admin',
    scope: 'workspace:write',
    input: z.object({ keyId: z.uuid() }),
    output: nothing,
    problems: ['not-found'],
  }),
};
