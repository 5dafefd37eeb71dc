// The handlers of a workspace: itself, its members, its keys, its day.
import type { workspaceOperations } from '@bellwire/model/operations/workspaces.ts';
import type { Handlers } from '../http/handler.ts';
import { homeHandlers } from './home.ts';
import { invitationHandlers } from './invitations.ts';
import { keyHandlers } from './keys.ts';
import { memberHandlers } from './members.ts';
import { createWorkspace } from './create-workspace.ts';

export const workspaceHandlers: Handlers<keyof typeof workspaceOperations> = {
  createWorkspace,
  ...homeHandlers,
  ...memberHandlers,
  ...invitationHandlers,
  ...keyHandlers,
};
