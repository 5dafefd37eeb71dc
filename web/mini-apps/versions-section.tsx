// Versions: what was published and when, what changed from one to the next, and the history of the draft.
import { History } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { AppHistory } from '../versions/app-history.tsx';
import { CompareDialog } from '../versions/compare-dialog.tsx';
import { useBuilder } from './builder.ts';

type Version = OutputOf<'listVersions'>['rows'][number];
type Compared = { readonly from: number; readonly to?: number };

export function VersionsSection() {
  const { view } = useBuilder();
  const versions = useOperation('listVersions', { appId: view.id });
  const [compared, setCompared] = useState<Compared>();
  return (
    <div className="builder-sheets">
      <OperatorNote />
      <Card flush>
        <Table
          label="Versions"
          {...tableState(versions, ({ rows }) => rows)}
          rowKey={({ id }) => id}
          columns={columns(setCompared)}
          empty={noVersions}
        />
      </Card>
      <AppHistory />
      {compared === undefined ? null : (
        <CompareDialog appId={view.id} {...compared} onClose={() => setCompared(undefined)} />
      )}
    </div>
  );
}

const noVersions = (
  <EmptyState
    icon={<History size={20} aria-hidden />}
    title="No versions yet"
    says="Publish the draft, and it stays here as it is, numbered. Installs follow the newest version."
  />
);

function columns(compare: (compared: Compared) => void): Column<Version>[] {
  return [
    { key: 'number', label: 'Version', width: 90, cell: ({ number }) => <strong>{number}</strong> },
    { key: 'changelog', label: 'What is new', cell: ({ changelog }) => changelog || 'Nothing was said.' },
    { key: 'at', label: 'Published', cell: ({ publishedAt }) => <RelativeTime at={publishedAt} /> },
    {
      key: 'compare',
      label: 'What changed',
      align: 'end',
      cell: ({ number }) => (
        <>
          {number === 1 ? null : (
            <Button size="small" look="quiet" onClick={() => compare({ from: number - 1, to: number })}>
              since {number - 1}
            </Button>
          )}
          <Button size="small" look="quiet" onClick={() => compare({ from: number })}>
            in the draft
          </Button>
        </>
      ),
    },
  ];
}

/** What the operator of the server said of the app. */
function OperatorNote() {
  const { review, suspended } = useBuilder().view;
  if (suspended !== null) {
    const says = `The operator of this server has suspended this mini-app: ${suspended}`;
    const help = 'Its events are parked wherever it is installed. Ask the operator what has to be mended.';
    return <ProblemNote look="box" problem={{ says, help }} />;
  }
  if (review === null) return null;
  const problem =
    review.is === 'asked'
      ? {
          says: `Version ${review.version} waits for the operator of this server.`,
          help: 'Once it is approved, every workspace finds it, and installs follow.',
          level: 'warning' as const,
        }
      : {
          says: `The operator of this server has rejected version ${review.version}: ${review.says}`,
          help: 'Mend it and publish again.',
        };
  return <ProblemNote look="box" problem={problem} />;
}
