// The fire tokens of an install: listed, made, revoked.
import { sql } from 'kysely';
import type { fireTokenOperations } from '@bellwire/model/operations/fire-tokens.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getContact } from '../contacts/contact-view.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { getInstalled, installNotFound } from '../installs/install-view.ts';
import { createToken } from '../people/token.ts';

/** More than anybody looks through; whoever needs one for each contact is better off with the install's key. */
const MOST_TOKENS = 200;

export const fireTokenHandlers: Handlers<keyof typeof fireTokenOperations> = {
  async listFireTokens({ installId }, context) {
    refuseOtherInstall(installId, context);
    await getInstalled(context, installId);
    const rows = await context.inWorkspace((tx) =>
      tx
        .selectFrom('fire_token')
        .select(columns)
        .where('install_id', '=', installId)
        .where('revoked_at', 'is', null)
        .orderBy('id', 'desc')
        .execute(),
    );
    return { rows };
  },

  async createFireToken({ installId, name, trigger, contact, expiresAt }, context) {
    refuseOtherInstall(installId, context);
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
      throw badInput('expiresAt', 'This time is over. Choose one in the future, or none.');
    await requireTrigger(context, installId, trigger);
    const { token, hash, start } = createToken('fire');
    const view = await context.inWorkspace(async (tx) => {
      if (contact !== null) await getContact(tx, { ns: contact });
      const live = tx.selectFrom('fire_token').select((row) => row.fn.countAll<number>().as('count'));
      const { count } = await live
        .where('install_id', '=', installId)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow();
      if (count >= MOST_TOKENS) throw tooMany();
      return tx
        .insertInto('fire_token')
        .values({
          id: uuidV7(),
          workspace_id: context.workspaceId,
          install_id: installId,
          name,
          trigger,
          contact_ns: contact,
          token_hash: hash,
          start,
          expires_at: expiresAt,
        })
        .returning(columns)
        .executeTakeFirstOrThrow();
    });
    return { token, address: `${context.publicUrl}/api/fire/${token}`, view };
  },

  async revokeFireToken({ installId, tokenId }, context) {
    refuseOtherInstall(installId, context);
    const { numUpdatedRows } = await context.inWorkspace((tx) =>
      tx
        .updateTable('fire_token')
        .set({ revoked_at: sql`now()` })
        .where('id', '=', tokenId)
        .where('install_id', '=', installId)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    if (numUpdatedRows === 0n)
      throw new ProblemError('not-found', { says: 'There is no such fire token, or it is already revoked.' });
    context.keys.forget({ keyId: tokenId });
    return {};
  },
};

const columns = [
  'id',
  'name',
  'trigger',
  'contact_ns as contact',
  'start',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
] as const;

/** The key of an install speaks for that install and for no other. */
function refuseOtherInstall(installId: string, { caller }: Context): void {
  if (caller.is === 'key' && caller.installId !== null && caller.installId !== installId)
    throw installNotFound();
}

async function requireTrigger(context: Context, installId: string, trigger: string): Promise<void> {
  const { app, state, name } = await getInstalled(context, installId);
  if (state === 'uninstalled')
    throw new ProblemError('conflict', { says: `"${name}" has been uninstalled: nothing can fire for it.` });
  if (app.triggers.some((one) => one.name === trigger)) return;
  const known = app.triggers.map((one) => one.name).join(', ');
  const says = `${app.label} has no trigger "${trigger}". ${known === '' ? 'It has none.' : `It has ${known}.`}`;
  throw new ProblemError('unknown-trigger', { says, complaints: [{ path: ['trigger'], says }] });
}

function tooMany(): ProblemError {
  return new ProblemError('conflict', {
    says: `This install has ${MOST_TOKENS} fire tokens. Revoke those that nobody uses, or fire with the key of the install.`,
  });
}

function badInput(place: string, says: string): ProblemError {
  return new ProblemError('bad-input', { complaints: [{ path: [place], says }] });
}
