// Who is signed in and where: what the frame shows of it.
import type { Me } from '../server-state/use-me.ts';

export interface Session {
  person: { name: string; email: string };
  isOperator: boolean;
  workspace: Workspace;
  workspaces: readonly Workspace[];
}

export interface Workspace {
  id: string;
  name: string;
  /** "Owner", "Builder" … as shown to people. */
  role: string;
}

/** `undefined` where the person is not a member of the workspace that the address names. */
export function sessionOf(
  { person, workspaces, isOperator }: Me,
  workspaceId: string | undefined,
): Session | undefined {
  const shown = workspaces.map((one) => ({ ...one, role: capitalised(one.role) }));
  const workspace = workspaceId === undefined ? shown[0] : shown.find((one) => one.id === workspaceId);
  return workspace === undefined ? undefined : { person, isOperator, workspace, workspaces: shown };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
