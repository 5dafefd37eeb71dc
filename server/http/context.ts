// Makes the context that a handler works in, for one request.
import type { Transaction } from 'kysely';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Caller } from '../people/caller.ts';
import type { Context, Rooms } from './handler.ts';

type OfRequest = Pick<Context, 'caller' | 'remoteAddress' | 'session'>;

export function requestContext(rooms: Rooms, ofRequest: OfRequest): Context {
  return {
    ...rooms,
    ...ofRequest,
    get workspaceId() {
      return workspaceOf(ofRequest.caller);
    },
    inWorkspace: async <Result>(work: (tx: Transaction<Tables>) => Promise<Result>) =>
      rooms.tenants.inWorkspace(workspaceOf(ofRequest.caller), work),
  };
}

function workspaceOf(caller: Caller): string {
  if (caller.is !== 'anyone' && caller.workspaceId !== null) return caller.workspaceId;
  throw new ProblemError('forbidden', { says: 'This needs a workspace, and there is none.' });
}
