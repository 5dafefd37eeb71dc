// The reruns that are under way, and the newest that have ended.
import { useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { RerunCard } from './rerun-card.tsx';

const LIVE_MS = 1_000;
const REST_MS = 5_000;
const SHOWN = 5;

export function RerunList() {
  const [moves, setMoves] = useState(true);
  const { data } = useOperation('listReruns', { limit: SHOWN }, { pollMs: moves ? LIVE_MS : REST_MS });
  const nowMoves = data?.rows.some(({ state }) => state === 'running') ?? true;
  if (nowMoves !== moves) setMoves(nowMoves);
  // One of a single run is told where it was asked for.
  const rows = data?.rows.filter(({ total, state }) => total > 1 || state === 'running') ?? [];
  if (rows.length === 0) return null;
  return (
    <Card flush title="Run again">
      <div className="rerun-list" aria-live="polite">
        {rows.map((rerun) => (
          <RerunCard key={rerun.id} rerun={rerun} />
        ))}
      </div>
    </Card>
  );
}
