// Invitations into a workspace: an address good for seven days, for one person, once.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { requirePerson } from '../people/caller.ts';
import { createToken, readToken } from '../people/token.ts';

export const invitationHandlers: Handlers<'inviteMember' | 'acceptInvitation'> = {
  inviteMember: ({ email, role }, { inWorkspace, workspaceId, publicUrl }) =>
    inWorkspace(async (tx) => {
      const address = email.toLowerCase();
      await refuseMember(tx, workspaceId, address);
      // The address is shown once: whoever has lost it invites again, and the lost one no longer opens.
      await tx
        .deleteFrom('invitation')
        .where('email', '=', address)
        .where('accepted_at', 'is', null)
        .execute();
      const { token, hash } = createToken('inv');
      const invitation = await tx
        .insertInto('invitation')
        .values({
          id: uuidV7(),
          workspace_id: workspaceId,
          email: address,
          role,
          token_hash: hash,
          expires_at: sevenDays,
        })
        .returning(['id', 'email', 'role', 'expires_at as expiresAt'])
        .executeTakeFirstOrThrow();
      // Behind the #, where neither our log nor a proxy's gets to see it.
      return { invitation, address: `${publicUrl}/join#${token}` };
    }),

  acceptInvitation: ({ token }, { caller, tenants }) =>
    tenants.platform.transaction().execute(async (tx) => {
      const { personId } = requirePerson(caller);
      const invitation = await takeInvitation(tx, token);
      await refuseOther(tx, personId, invitation.email);
      await tx
        .insertInto('member')
        .values({ workspace_id: invitation.workspace_id, person_id: personId, role: invitation.role })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doNothing())
        .execute();
      return tx
        .selectFrom('member')
        .innerJoin('workspace', 'workspace.id', 'member.workspace_id')
        .select(['workspace.id', 'workspace.name', 'member.role'])
        .where('member.workspace_id', '=', invitation.workspace_id)
        .where('member.person_id', '=', personId)
        .executeTakeFirstOrThrow();
    }),
};

/** The ones that still open. */
export function listInvitations(
  tx: Transaction<Tables>,
  workspaceId: string,
): Promise<OutputOf<'listMembers'>['invitations']> {
  return tx
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expires_at as expiresAt'])
    .where('workspace_id', '=', workspaceId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('id')
    .execute();
}

const sevenDays = sql<string>`now() + interval '7 days'`;

async function refuseMember(tx: Transaction<Tables>, workspaceId: string, email: string): Promise<void> {
  const member = await tx
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select('person.name')
    .where('member.workspace_id', '=', workspaceId)
    .where('person.email', '=', email)
    .executeTakeFirst();
  if (member === undefined) return;
  throw new ProblemError('conflict', {
    says: `${member.name} (${email}) is already a member. Change the role instead.`,
  });
}

/** Taking and marking it are one statement, so that of two who use it at once one finds it gone. */
async function takeInvitation(tx: Transaction<Tables>, token: string) {
  const read = readToken(token, 'inv');
  if (read.is === 'refused') throw new ProblemError('gone', { says: read.says });
  const invitation = await tx
    .updateTable('invitation')
    .set({ accepted_at: sql`now()` })
    .where('token_hash', '=', read.hash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .returning(['workspace_id', 'email', 'role'])
    .executeTakeFirst();
  if (invitation === undefined) {
    throw new ProblemError('gone', {
      says: 'This invitation has been used, or its seven days are over. Ask for a new one.',
    });
  }
  return invitation;
}

async function refuseOther(tx: Transaction<Tables>, personId: string, email: string): Promise<void> {
  const person = await tx.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  if (person?.email === email) return;
  throw new ProblemError('forbidden', {
    says: 'This invitation is for another e-mail address. Sign in with the address that was invited.',
  });
}
