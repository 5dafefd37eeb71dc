// What the list tells of each flow.
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Column } from '../ui/table.tsx';
import type { FlowRow } from './bot-views.ts';

export const flowColumns: readonly Column<FlowRow>[] = [
  { key: 'name', label: 'Flow', cell: (flow) => flow.name, sortBy: (flow) => flow.name },
  {
    key: 'keywords',
    label: 'Keywords',
    cell: (flow) => <Words words={flow.keywords} none="none" />,
  },
  {
    key: 'startedBy',
    label: 'Started by',
    cell: (flow) => <Words words={flow.startedBy.map(({ label }) => label)} none="no trigger" />,
  },
  { key: 'state', label: 'State', cell: (flow) => <FlowState flow={flow} /> },
  {
    key: 'at',
    label: 'Changed',
    cell: (flow) => <RelativeTime at={flow.updatedAt} />,
    sortBy: (flow) => flow.updatedAt,
  },
];

function Words({ words, none }: { words: readonly string[]; none: string }) {
  if (words.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="words">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}

type Publishing = Pick<FlowRow, 'publishedVersion' | 'hasUnpublishedChanges'>;

export function FlowState({ flow: { publishedVersion, hasUnpublishedChanges } }: { flow: Publishing }) {
  if (publishedVersion === null)
    return (
      <Badge tone="warn" dot>
        Never published
      </Badge>
    );
  return hasUnpublishedChanges ? (
    <Badge tone="accent" dot>
      Version {publishedVersion}, changed since
    </Badge>
  ) : (
    <Badge tone="ok" dot>
      Version {publishedVersion}
    </Badge>
  );
}
