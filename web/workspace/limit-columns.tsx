// What the list tells of each limit.
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import type { LimitRow } from './workspace-views.ts';

export const limitColumns: readonly Column<LimitRow>[] = [
  {
    key: 'name',
    label: 'Limit',
    cell: (limit) => (
      <span className="limit-words">
        {limit.label}
        <span>
          {limit.says} {limit.help}
        </span>
      </span>
    ),
  },
  { key: 'used', label: 'Used now', align: 'end', cell: (limit) => used(limit) },
  {
    key: 'limit',
    label: 'Holds',
    align: 'end',
    cell: ({ limit, unit }) => `${limit.toLocaleString('en')} ${unit}`,
  },
  {
    key: 'met',
    label: 'Met in 7 days',
    cell: ({ met }) =>
      met === null ? (
        <Badge tone="ok">not met</Badge>
      ) : (
        <Badge tone="warn">
          {met.times.toLocaleString('en')} refused, last <RelativeTime at={met.lastAt} />
        </Badge>
      ),
  },
];

function used({ used: now, limit }: LimitRow): string {
  if (now === null) return 'for each app by itself';
  return `${now.toLocaleString('en')} (${Math.min(100, Math.round((now / limit) * 100))} %)`;
}
