// Finds out who asks: a key, a person with a session cookie, or nobody known.
import { z } from 'zod';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Caller, KeyCaller, PersonCaller } from './caller.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { KeyRing } from './key-ring.ts';
import type { Sessions } from './sessions.ts';

export interface Doors {
  readonly keys: KeyRing;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
}

/** Names the workspace that a person wants to work in. */
export const workspaceHeader = 'bellwire-workspace';

/**
 * A key goes before a cookie, and a bad key is never passed over: falling back to the cookie would do with
 * one's rights what was meant to be done with another's.
 *
 * @throws ProblemError where a key or the workspace header is no good.
 */
export async function findCaller(headers: Headers, { keys, sessions, cookie }: Doors): Promise<Caller> {
  const authorization = headers.get('authorization');
  const wanted = readWorkspace(headers);
  if (authorization !== null) return inWorkspace(await keyOf(authorization, keys), wanted);
  const token = cookie.read(headers);
  const person = token === undefined ? undefined : await sessions.find(token, wanted);
  return person === undefined ? { is: 'anyone' } : inWorkspace(person, wanted);
}

/** The token of `Authorization: Bearer …`. */
export function bearerToken(authorization: string): string | undefined {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
}

async function keyOf(authorization: string, keys: KeyRing): Promise<KeyCaller> {
  const token = bearerToken(authorization);
  if (token === undefined) {
    throw new ProblemError('key-unknown', {
      says: 'The Authorization header is not as expected. Send "Authorization: Bearer bw_key_…".',
    });
  }
  const answer = await keys.keyCaller(token);
  if (answer instanceof ProblemError) throw answer;
  return answer;
}

function readWorkspace(headers: Headers): string | null {
  const wanted = headers.get(workspaceHeader);
  if (wanted === null) return null;
  const id = z.uuid().safeParse(wanted);
  if (id.success) return id.data.toLowerCase();
  throw new ProblemError('bad-input', {
    says: `The header ${workspaceHeader} does not hold the id of a workspace.`,
  });
}

/** Another workspace's name is not a slip to be passed over: what follows would happen in the wrong place. */
function inWorkspace<Found extends PersonCaller | KeyCaller>(caller: Found, wanted: string | null): Found {
  if (wanted === null || caller.workspaceId === wanted) return caller;
  throw new ProblemError('forbidden', {
    says:
      caller.is === 'key'
        ? 'The key belongs to another workspace.'
        : 'You are not a member of this workspace.',
  });
}
