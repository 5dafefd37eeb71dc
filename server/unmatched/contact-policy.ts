// What the owner wants done with an install's events that name their contact otherwise than by its public id.
import type { unmatchedOperations } from '@bellwire/model/operations/unmatched.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getBot } from '../bots/bots.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Handlers } from '../http/handler.ts';
import { installNotFound } from '../installs/install-view.ts';

type PolicyNames = 'getContactPolicy' | 'setContactPolicy';

export const contactPolicyHandlers: Pick<Handlers<keyof typeof unmatchedOperations>, PolicyNames> = {
  async getContactPolicy({ installId }, context) {
    const row = await context.inWorkspace((tx) =>
      tx
        .selectFrom('install')
        .select(['contact_policy as policy', 'contact_bot_id as botId'])
        .where('id', '=', installId)
        .executeTakeFirst(),
    );
    if (row === undefined) throw installNotFound();
    return row;
  },

  async setContactPolicy({ installId, policy, botId }, context) {
    if (policy === 'match-or-create' && botId === null) {
      const says = 'Choose the bot in which new contacts are made.';
      throw new ProblemError('bad-input', { complaints: [{ path: ['botId'], says }] });
    }
    await context.inWorkspace(async (tx) => {
      if (botId !== null) await getBot(tx, botId);
      const { numUpdatedRows } = await tx
        .updateTable('install')
        .set({ contact_policy: policy, contact_bot_id: botId })
        .where('id', '=', installId)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw installNotFound();
      await definitionsChanged(tx, context.workspaceId);
    });
    return { policy, botId };
  },
};
