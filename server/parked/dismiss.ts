// Dismissing what is parked: the event stays, says who let it go and why, and does not run any more.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { parkedOperations } from '@bellwire/model/operations/parked.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';

export const dismissHandlers: Pick<Handlers<keyof typeof parkedOperations>, 'dismissParked'> = {
  async dismissParked({ eventId, reason }, context) {
    const says = sayDismissed(sayCaller(context.caller), reason);
    const count = await context.inWorkspace((tx) => dismissWhere(tx, sql`event_id = ${eventId}`, says));
    if (count === 0) throw new ProblemError('conflict', { says: 'Nothing of this event is parked.' });
    return { says: 'Dismissed. The event stays readable.' };
  },
};

function sayDismissed(who: string, reason: string): string {
  return `Dismissed by ${who}: ${reason}`;
}

/** One statement, so that an event is never both runnable and dismissed. @returns the number of events. */
async function dismissWhere(
  tx: Transaction<Tables>,
  condition: RawBuilder<unknown>,
  says: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from parked where ${condition} returning event_id),
    dismissed as (
      update event set state = 'dismissed', reason = ${says}, settled_at = clock_timestamp()
       where id in (select event_id from gone) returning id
    )
    select count(*)::int as count from dismissed`.execute(tx);
  return rows[0]?.count ?? 0;
}
