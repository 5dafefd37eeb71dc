// The orders, events and runs of one contact.
import { EventTable } from '../events/event-table.tsx';
import { RunTable } from '../runs/run-table.tsx';
import { QueryProblem, tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { OrderLines } from './order-lines.tsx';

const LIVE = { pollMs: 5_000 } as const;

export function ContactOrders({ contactId }: { contactId: string }) {
  const orders = useOperation('listOrders', { contactId }, LIVE);
  if (orders.error !== null && orders.data === undefined)
    return <QueryProblem {...orders} error={orders.error} />;
  return (
    <Card flush>
      <OrderLines
        orders={orders.data?.rows}
        empty={<EmptyState title="No order yet" says="A flow makes one with the step “Order”." />}
      />
    </Card>
  );
}

export function ContactEvents({ contactId }: { contactId: string }) {
  const events = useOperation('listEvents', { contactId }, LIVE);
  return (
    <Card flush>
      <EventTable
        label="Events of this contact"
        withContact={false}
        {...tableState(events, (answer) => answer.rows)}
        empty={<EmptyState title="No event yet" says="What apps fire for this contact stands here." />}
      />
    </Card>
  );
}

export function ContactRuns({ contactId }: { contactId: string }) {
  const runs = useOperation('listRuns', { contactId }, LIVE);
  return (
    <Card flush>
      <RunTable
        withContact={false}
        {...tableState(runs, (answer) => answer.rows)}
        empty={<EmptyState title="No run yet" says="Each walk of this contact through a flow stands here." />}
      />
    </Card>
  );
}
