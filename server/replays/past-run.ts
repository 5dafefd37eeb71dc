// A run that may be replayed, with what it said.
import type { Selectable, Transaction } from 'kysely';
import { ledgerOf } from '@bellwire/engine/ledger.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { Message } from '@bellwire/model/message.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { viewMessage } from '../contacts/conversation.ts';
import type { Tables } from '../database/tables.ts';
import type { EventTables } from '../events/tables.ts';

export type RunRow = Selectable<EventTables['run']>;

/** @throws ProblemError `not-found` */
export async function readRun(tx: Transaction<Tables>, runId: string): Promise<RunRow> {
  const run = await tx.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst();
  if (run === undefined)
    throw new ProblemError('not-found', { says: 'There is no such run in this workspace.' });
  return run;
}

export async function readSaid(tx: Transaction<Tables>, { contact_id, said }: RunRow): Promise<Message[]> {
  if (contact_id === null || said.length === 0) return [];
  const rows = tx
    .selectFrom('message')
    .selectAll()
    .where('contact_id', '=', contact_id)
    .where('seq', 'in', said);
  return (await rows.orderBy('seq').execute()).map(viewMessage);
}

/** Null where it can be replayed, as far as the run itself says. */
export function whyNoReplay({ status, flow_id, contact_id }: RunRow): string | null {
  if (status === 'waiting') return 'The run is still under way.';
  if (contact_id === null) return 'The run was for no contact.';
  return flow_id === null
    ? 'The run began in a flow of an app: its values are not kept. Replay what it fired.'
    : null;
}

/** @throws ProblemError `bad-input` where the run has no visit of this key. */
export function checkFrom({ history }: RunRow, from: string): void {
  if (from === 'start' || from === 'failed') return;
  if (ledgerOf(history, stepTypeMap).some(({ key }) => key === from)) return;
  const says = `The run has not been at "${from}". Send start, failed, or a key of its ledger.`;
  throw new ProblemError('bad-input', { complaints: [{ path: ['from'], says }] });
}
