// Runs as rows.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ContactLink } from '../contacts/contact-link.tsx';
import type { Problem } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { RunBadge } from './run-badge.tsx';

export type RunRow = OutputOf<'listRuns'>['rows'][number];

export interface RunTableProps {
  rows: readonly RunRow[] | undefined;
  empty: ReactNode;
  problem?: Problem;
  onRetry?: () => void;
  /** Left away on the contact's own page. */
  withContact?: boolean;
}

export function RunTable({ withContact = true, ...table }: RunTableProps) {
  return (
    <Table
      {...table}
      label="Runs"
      columns={columns.filter((column) => withContact || column.key !== 'contact')}
      rowKey={(run) => run.id}
      opener={(run, content) => (
        <Link to="/runs/$runId" params={{ runId: run.id }}>
          {content}
        </Link>
      )}
    />
  );
}

const columns: readonly Column<RunRow>[] = [
  { key: 'flow', label: 'Flow', cell: (run) => run.flowName },
  {
    key: 'contact',
    label: 'Contact',
    cell: (run) => <ContactLink id={run.contactId} ns={run.contactNs} name={null} />,
  },
  { key: 'status', label: 'Status', cell: (run) => <RunBadge status={run.status} /> },
  { key: 'says', label: 'What it says', cell: (run) => run.says ?? '–' },
  { key: 'at', label: 'Started', align: 'end', cell: (run) => <RelativeTime at={run.startedAt} /> },
];
