// Who is signed in, and the workspaces they are a member of.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Handlers, Rooms } from '../http/handler.ts';
import { requirePerson } from './caller.ts';

export const meHandlers: Handlers<'me' | 'signOut'> = {
  async me(_input, { caller, ...rooms }) {
    return readMe(rooms, requirePerson(caller).personId);
  },
  async signOut(_input, { session }) {
    await session.end();
    return {};
  },
};

/** On the platform's side of the wall: it spans workspaces, and takes only this person's rows of them. */
export async function readMe(
  { tenants: { platform }, operators }: Pick<Rooms, 'tenants' | 'operators'>,
  personId: string,
): Promise<OutputOf<'me'>> {
  const person = await platform
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person === undefined) throw new ProblemError('not-signed-in');
  const workspaces = await platform
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
    .select(['workspace.id', 'workspace.name', 'member.role'])
    .where('member.person_id', '=', personId)
    .orderBy('member.joined_at')
    .orderBy('workspace.id')
    .execute();
  return { person, workspaces, isOperator: operators.includes(person.email) };
}
