// Red or green: how a test went.
import { Badge } from '../ui/badge.tsx';

export function TestBadge({ count }: { count: number }) {
  if (count === 0)
    return (
      <Badge tone="ok" dot>
        Passed
      </Badge>
    );
  return (
    <Badge tone="bad" dot>
      {count} {count === 1 ? 'difference' : 'differences'}
    </Badge>
  );
}
