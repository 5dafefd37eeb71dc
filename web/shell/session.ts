// Who is signed in and where: what the frame shows of it.
export interface Session {
  person: { name: string; email: string };
  workspace: Workspace;
  workspaces: readonly Workspace[];
}

export interface Workspace {
  id: string;
  name: string;
  /** "Owner", "Builder" … as shown to people. */
  role: string;
}
