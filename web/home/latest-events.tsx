// The newest events, in short.
import { Link } from '@tanstack/react-router';
import { EventTable } from '../events/event-table.tsx';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

const ROWS = 6;

export function LatestEvents() {
  const events = useOperation('listEvents', { limit: ROWS }, { pollMs: 5_000 });
  return (
    <Card title="Newest events" acts={<Link to="/events">All events</Link>} flush>
      <EventTable
        label="Newest events"
        {...tableState(events, (answer) => answer.rows)}
        empty={
          <EmptyState
            title="No event yet"
            says="As soon as an app fires a trigger it stands here, with what became of it."
          />
        }
      />
    </Card>
  );
}
