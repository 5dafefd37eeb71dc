// How many events a subscription has done, filtered and parked; what is none is not said.
import { Badge } from '../ui/badge.tsx';
import type { Subscription } from './subscription.ts';

export function CountWords({ counts: { done, filtered, parked } }: Pick<Subscription, 'counts'>) {
  if (done + filtered + parked === 0) return <span className="quiet">none yet</span>;
  return (
    <span className="words">
      {done === 0 ? null : <Badge tone="ok">{done.toLocaleString()} done</Badge>}
      {filtered === 0 ? null : <Badge>{filtered.toLocaleString()} filtered</Badge>}
      {parked === 0 ? null : <Badge tone="warn">{parked.toLocaleString()} parked</Badge>}
    </span>
  );
}
