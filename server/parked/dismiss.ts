// Dismissing what is parked: the event stays, says who let it go and why, and does not run any more.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { parkedOperations } from '@bellwire/model/operations/parked.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import type { Caller } from '../people/caller.ts';
import { sayCaller } from '../people/say-caller.ts';
import { fromLot } from './lots.ts';

export const dismissHandlers: Pick<
  Handlers<keyof typeof parkedOperations>,
  'dismissParked' | 'dismissLot'
> = {
  async dismissParked({ eventId, because }, context) {
    const says = sayDismissed(context.caller, because);
    await context.inWorkspace((tx) => dismiss(tx, sql`select ${eventId}::uuid`, says));
    return { says: 'Dismissed. The event stays readable.' };
  },

  async dismissLot({ because, ...lot }, context) {
    const says = sayDismissed(context.caller, because);
    const count = await context.inWorkspace((tx) => dismiss(tx, sql`select e.id ${fromLot(lot)}`, says));
    return { count, says: `${count} dismissed. The events stay readable.` };
  },
};

export function sayDismissed(caller: Caller, because: string): string {
  return `Dismissed by ${sayCaller(caller)}: ${because}`;
}

/**
 * One statement, so that an event is never both runnable and dismissed.
 *
 * @throws ProblemError `conflict` when nothing of these events is parked.
 */
export async function dismiss(
  tx: Transaction<Tables>,
  events: RawBuilder<unknown>,
  says: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from parked where event_id in (${events}) returning event_id),
    dismissed as (
      update event set state = 'dismissed', reason = ${says}, settled_at = clock_timestamp()
       where id in (select event_id from gone) returning id
    )
    select count(*)::int as count from dismissed`.execute(tx);
  const count = rows[0]?.count ?? 0;
  if (count === 0) throw new ProblemError('conflict', { says: 'Nothing of this is parked any more.' });
  return count;
}
