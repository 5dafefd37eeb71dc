// The receipts that an arrival leads to: one for each event that is settled, where the owner of the install allows it.
import { outcomeOf } from '@bellwire/engine/outcome.ts';
import { part } from './commit-part.ts';
import type { Work } from './work.ts';

export const receiptPart = part(
  {
    id: 'uuid',
    workspace_id: 'uuid',
    install_id: 'uuid',
    event_id: 'uuid',
    trigger: 'text',
    outcome: 'text',
    reason: 'text',
    settled_at: 'timestamptz',
  },
  `insert into receipt (id, workspace_id, install_id, event_id, trigger, outcome, reason, settled_at, due_at)
   select r.*, r.settled_at from $rows`,
);

export function receiptRows({ row, events, definitions, world, now }: Work) {
  if (events.length === 0) return [];
  return events
    .filter(
      ({ fire }) => fire.source !== 'test' && definitions.installs.get(fire.installId)?.receipts === true,
    )
    .map(({ row: event, fire, state, decisions }) => {
      const { outcome, reason } = outcomeOf({ state, arrival: fire.arrival, decisions });
      return {
        // The same again when the batch has to be made again, and another one when the event is settled anew.
        id: world.ids.uuid(`receipt:${event.id}:${row.id}`),
        workspace_id: row.workspaceId,
        install_id: fire.installId,
        event_id: event.id,
        trigger: fire.trigger,
        outcome,
        reason,
        settled_at: now,
      };
    });
}
