// The API as this page asks it: the session's cookie goes along by itself, the workspace in a header.
import { createCaller, type Caller } from '@bellwire/sdk/client.ts';

const callers = new Map<string | undefined, Caller>();

/** Without a workspace the server takes the person's first one. */
export function callerFor(workspaceId: string | undefined): Caller {
  const known = callers.get(workspaceId);
  if (known !== undefined) return known;
  const made = createCaller({
    baseUrl: window.location.origin,
    ...(workspaceId !== undefined && { workspaceId }),
  });
  callers.set(workspaceId, made);
  return made;
}
