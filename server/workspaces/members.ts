// The members of a workspace: who they are, what they may, and that one owner always stays.
import type { Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Caller } from '../people/caller.ts';
import type { Handlers } from '../http/handler.ts';
import { listInvitations } from './invitations.ts';

export const memberHandlers: Handlers<'listMembers' | 'setRole' | 'removeMember'> = {
  listMembers: (_input, { inWorkspace, workspaceId }) =>
    inWorkspace(async (tx) => ({
      members: await selectMembers(tx, workspaceId)
        .orderBy('member.joined_at')
        .orderBy('person.id')
        .execute(),
      invitations: await listInvitations(tx, workspaceId),
    })),

  setRole: ({ personId, role }, { inWorkspace, workspaceId }) =>
    inWorkspace(async (tx) => {
      const member = await lockMember(tx, workspaceId, personId);
      if (member.role === 'owner' && role !== 'owner') await refuseLastOwner(tx, workspaceId);
      await tx
        .updateTable('member')
        .set({ role })
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId)
        .execute();
      return { ...member, role };
    }),

  removeMember: ({ personId }, { inWorkspace, workspaceId, caller }) =>
    inWorkspace(async (tx) => {
      const member = await lockMember(tx, workspaceId, personId);
      if (member.role === 'owner') {
        if (!isOwner(caller)) {
          throw new ProblemError('forbidden', {
            says: 'Only an owner may take an owner out of the workspace.',
          });
        }
        await refuseLastOwner(tx, workspaceId);
      }
      await tx
        .deleteFrom('member')
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId)
        .execute();
      return {};
    }),
};

type Member = OutputOf<'setRole'>;

function selectMembers(tx: Transaction<Tables>, workspaceId: string) {
  return tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.email',
      'member.role',
      'member.joined_at as joinedAt',
    ])
    .where('member.workspace_id', '=', workspaceId);
}

/**
 * Locks the workspace first: two owners who step back at once would each see the other as the one who stays.
 */
async function lockMember(tx: Transaction<Tables>, workspaceId: string, personId: string): Promise<Member> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute();
  const member = await selectMembers(tx, workspaceId).where('person.id', '=', personId).executeTakeFirst();
  if (member === undefined)
    throw new ProblemError('not-found', { says: 'There is no such member in this workspace.' });
  return member;
}

async function refuseLastOwner(tx: Transaction<Tables>, workspaceId: string): Promise<void> {
  const owners = await selectMembers(tx, workspaceId).where('member.role', '=', 'owner').execute();
  if (owners.length > 1) return;
  throw new ProblemError('conflict', {
    says: 'This is the last owner of the workspace. Make another member an owner first.',
  });
}

function isOwner(caller: Caller): boolean {
  return caller.is === 'person' && caller.role === 'owner';
}
