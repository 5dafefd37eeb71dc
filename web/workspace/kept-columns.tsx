// What the list tells of each kind of thing that is kept.
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import { daysInWords } from './days-in-words.ts';
import type { KeptRow } from './workspace-views.ts';

export const keptColumns: readonly Column<KeptRow>[] = [
  {
    key: 'kind',
    label: 'What',
    cell: ({ label, says }) => (
      <span className="limit-words">
        {label}
        <span>{says}</span>
      </span>
    ),
  },
  { key: 'days', label: 'Kept', cell: ({ days }) => daysInWords(days) },
  {
    key: 'oldest',
    label: 'Oldest',
    cell: ({ oldestAt }) => (oldestAt === null ? 'none' : <RelativeTime at={oldestAt} />),
  },
  {
    key: 'next',
    label: 'Goes next',
    cell: ({ nextRemovalAt }) => (nextRemovalAt === null ? 'nothing' : <RelativeTime at={nextRemovalAt} />),
  },
];
