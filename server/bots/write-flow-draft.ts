// Writes the draft of a flow, with its history.
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { FlowChange } from '@bellwire/model/changes/flow-change.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { Tables } from '../database/tables.ts';
import type { Context } from '../http/handler.ts';
import { personIdOf } from '../people/say-caller.ts';
import type { FlowRow } from './flow-view.ts';

interface FlowEdit {
  readonly flow: FlowRow;
  readonly draft: FlowGraph;
  readonly changes: readonly FlowChange[];
  readonly inverse: readonly FlowChange[];
  /** What the history calls it, where the words of its changes do not say it. */
  readonly note?: string;
}

/** The row has to be locked. */
export async function writeFlowDraft(
  tx: Transaction<Tables>,
  context: Context,
  { flow, draft, changes, inverse, note }: FlowEdit,
): Promise<void> {
  const revision = flow.revision + 1;
  await tx
    .updateTable('flow')
    .set({ draft: JSON.stringify(draft), revision, updated_at: sql`now()` })
    .where('id', '=', flow.id)
    .execute();
  await tx
    .insertInto('flow_change')
    .values({
      workspace_id: context.workspaceId,
      flow_id: flow.id,
      revision,
      changes: JSON.stringify(changes),
      inverse: JSON.stringify(inverse),
      note: note ?? null,
      person_id: personIdOf(context.caller),
    })
    .execute();
}
