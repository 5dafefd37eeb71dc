// Who may do an operation: decided from its declaration alone, before any of its code runs.
import type { Operation, Role } from '@bellwire/model/operation.ts';
import { roles } from '@bellwire/model/operation.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Caller, KeyCaller, PersonCaller } from '../people/caller.ts';

/** Why the caller may not do it; undefined where they may. */
export function refusal(operation: Operation, caller: Caller): ProblemError | undefined {
  if (operation.who === 'anyone') return undefined;
  if (caller.is === 'anyone') return new ProblemError('not-signed-in');
  return caller.is === 'key' ? refusalOfKey(operation, caller) : refusalOfPerson(operation, caller);
}

function refusalOfKey({ who, scope }: Operation, key: KeyCaller): ProblemError | undefined {
  if (scope === undefined) return forbidden('No key may do this. Sign in to do it yourself.');
  if (who === 'install' && key.installId === null) {
    return forbidden(
      'Only the key that an install was given may do this: a key of the workspace speaks for no app.',
    );
  }
  if (key.scopes.includes(scope)) return undefined;
  return new ProblemError('forbidden', {
    says: `The key ${key.start}… does not have the scope "${scope}".`,
    facts: { scope },
  });
}

function refusalOfPerson({ who }: Operation, person: PersonCaller): ProblemError | undefined {
  if (who === 'install') return forbidden('Only the key that an install was given may do this.');
  if (who === 'key') return forbidden('Only a key may do this: make one in the settings of the workspace.');
  if (who === 'person' || who === 'anyone') return undefined;
  if (person.role === null)
    return forbidden('You are not a member of any workspace. Make one, or ask to be invited.');
  if (rank(person.role) >= rank(who)) return undefined;
  return new ProblemError('forbidden', {
    says: `This needs the role "${who}"; yours in this workspace is "${person.role}".`,
    facts: { role: who },
  });
}

function rank(role: Role): number {
  return roles.indexOf(role);
}

function forbidden(says: string): ProblemError {
  return new ProblemError('forbidden', { says });
}
