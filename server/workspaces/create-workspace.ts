// Makes another workspace for a person who is signed in.
import type { Handler } from '../http/handler.ts';
import { requirePerson } from '../people/caller.ts';
import { insertWorkspace } from './insert-workspace.ts';

export const createWorkspace: Handler<'createWorkspace'> = ({ name }, { caller, tenants }) =>
  tenants.platform.transaction().execute(async (tx) => {
    const id = await insertWorkspace(tx, name, requirePerson(caller).personId);
    return { id, name, role: 'owner' };
  });
