// What a subscription missed while it was off or not there, and letting it catch up.
import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import type { catchUpOperations } from '@bellwire/model/operations/catch-up.ts';
import { getSubscriptionRow } from '../bots/subscription-view.ts';
import type { BotTables } from '../bots/tables.ts';
import { lowestUuidAt, uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';
import { makeRerun, MOST_ITEMS } from './make-rerun.ts';
import { viewRerun } from './rerun-view.ts';

const DAY_MS = 86_400_000;

export const catchUpHandlers: Handlers<keyof typeof catchUpOperations> = {
  async countMissed({ subscriptionId, days }, context) {
    return context.inWorkspace(async (tx) => {
      const subscription = await getSubscriptionRow(tx, subscriptionId);
      const { rows } = await sql<{ count: number; oldest: string | null }>`
        select count(*)::int as count, min(fired_at) as oldest
          from (${missed(subscription, days)} limit ${MOST_ITEMS}) as missed`.execute(tx);
      return { count: rows[0]?.count ?? 0, days, oldestAt: rows[0]?.oldest ?? null };
    });
  },

  async catchUp({ subscriptionId, days, perSecond }, context) {
    return context.inWorkspace(async (tx) => {
      const subscription = await getSubscriptionRow(tx, subscriptionId);
      const id = uuidV7();
      await makeRerun(tx, {
        id,
        workspaceId: context.workspaceId,
        kind: 'catch-up',
        title: `Catch up on ${subscription.trigger}, the last ${days === 1 ? 'day' : `${days} days`}`,
        askedBy: sayCaller(context.caller),
        perSecond,
        settings: { subscriptionId },
        items: missed(subscription, days),
      });
      return viewRerun(tx, id);
    });
  },
};

/** Events of its trigger and bot with which it had nothing to do, or was off. What was tried by hand or dismissed is left out. */
function missed(
  { id, install_id, trigger, bot_id }: Selectable<BotTables['subscription']>,
  days: number,
): RawBuilder<unknown> {
  // Ids begin with their time, so that only the days asked for are read.
  const first = lowestUuidAt(Date.now() - days * DAY_MS);
  return sql`
    select id as event_id, null::uuid as run_id, fired_at from event
     where id >= ${first} and install_id = ${install_id} and trigger = ${trigger} and bot_id = ${bot_id}
       and contact_id is not null and state in ('unheard', 'done', 'filtered') and source <> 'test'
       and not exists (
         select from json_array_elements(decisions) as decision
          where decision ->> 'subscriptionId' = ${id} and decision ->> 'result' <> 'off')`;
}
