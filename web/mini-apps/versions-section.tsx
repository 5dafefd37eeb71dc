// Versions: what was published, and when.
import { History } from 'lucide-react';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';

export function VersionsSection() {
  const { view } = useBuilder();
  const versions = useOperation('listVersions', { appId: view.id });
  return (
    <Card flush>
      <Table
        label="Versions"
        {...tableState(versions, ({ rows }) => rows)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', label: 'Version', width: 110, cell: ({ number }) => <strong>{number}</strong> },
          {
            key: 'changelog',
            label: 'What is new',
            cell: ({ changelog }) => changelog || 'Nothing was said.',
          },
          {
            key: 'at',
            label: 'Published',
            align: 'end',
            cell: ({ publishedAt }) => <RelativeTime at={publishedAt} />,
          },
        ]}
        empty={
          <EmptyState
            icon={<History size={20} aria-hidden />}
            title="No versions yet"
            says="Publish the draft, and it stays here as it is, numbered. Installs follow the newest version."
          />
        }
      />
    </Card>
  );
}
