// The subscriptions that start the flows of a bot.
import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

export interface Starter {
  readonly id: string;
  readonly flow_id: string;
  readonly install_id: string;
  readonly trigger: string;
}

export async function readStarters(tx: Transaction<Tables>, botId: string): Promise<Starter[]> {
  return tx
    .selectFrom('subscription')
    .select(['id', 'flow_id', 'install_id', 'trigger'])
    .where('bot_id', '=', botId)
    .orderBy('id')
    .execute();
}
