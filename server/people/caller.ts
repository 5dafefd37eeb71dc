// Who asks: a key, a person who signed in, or nobody known.
import type { Role } from '@bellwire/model/operation.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';

export type Caller = { readonly is: 'anyone' } | PersonCaller | KeyCaller;

export interface PersonCaller {
  readonly is: 'person';
  readonly personId: string;
  readonly name: string;
  /** Null for a person who is a member of none. */
  readonly workspaceId: string | null;
  readonly role: Role | null;
}

/** A key of an install speaks for that install, in its workspace, and for nothing else. */
export interface KeyCaller {
  readonly is: 'key';
  readonly keyId: string;
  readonly name: string;
  readonly start: string;
  readonly workspaceId: string;
  readonly scopes: readonly KeyScope[];
  readonly installId: string | null;
}

/** For handlers of operations that only a person may do. */
export function requirePerson(caller: Caller): PersonCaller {
  if (caller.is === 'person') return caller;
  throw new ProblemError('not-signed-in');
}
