// How an event was run from the parked ones, or caught up on; its replays stand with their runs.
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { RerunLine } from './rerun-line.tsx';

export function EventReruns({ eventId }: { eventId: string }) {
  const { data } = useOperation('listEventReruns', { eventId });
  const rows = data?.rows.filter(({ kind }) => kind !== 'replay') ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="Run again">
      {rows.map((line) => (
        <RerunLine key={line.rerunId} line={line} />
      ))}
    </Card>
  );
}
