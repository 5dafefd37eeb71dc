// The list of runs: which flow, for whom, how it ended.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { runStatuses, type RunStatus } from '@bellwire/model/run.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { Page } from '../shell/page.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { RunTable } from './run-table.tsx';
import { runStatusWords } from './run-badge.tsx';
import '../shell/list-bar.css';

const LIVE_MS = 5_000;
const ANY = 'any';
const choices = [
  { value: ANY, label: 'Any status' },
  ...runStatuses.map((status) => ({ value: status, label: runStatusWords[status].label })),
];

export function RunsScreen() {
  const { status, page } = useSearch({ from: '/runs' });
  const navigate = useNavigate({ from: '/runs' });
  const after = pageAfter(page);
  const runs = useOperation(
    'listRuns',
    { ...(isRunStatus(status) && { status }), ...(after !== undefined && { after }) },
    { pollMs: page === undefined && LIVE_MS, keepPrevious: true },
  );
  return (
    <Page
      crumbs={[
        <Link key="events" to="/events">
          Events
        </Link>,
      ]}
      title="Runs"
      about="Every walk through a flow, step by step."
    >
      <div className="list-bar">
        <Select
          label="Status"
          hideLabel
          choices={choices}
          value={status ?? ANY}
          onChange={(next) => void navigate({ search: { status: next === ANY ? undefined : next } })}
        />
      </div>
      <Card flush>
        <RunTable
          {...tableState(runs, (answer) => answer.rows)}
          empty={
            <EmptyState
              icon={<Workflow size={20} aria-hidden />}
              title={status === undefined ? 'No run yet' : 'No run fits'}
              says="A flow runs when an event, a keyword or a message starts it."
            />
          }
        />
        <TrailPager
          trail={page}
          next={runs.data?.next}
          count={runs.data?.rows.length ?? 0}
          onTurn={(trail) => void navigate({ search: (before) => ({ ...before, page: trail }) })}
        />
      </Card>
    </Page>
  );
}

function isRunStatus(status: string | undefined): status is RunStatus {
  return runStatuses.some((known) => known === status);
}
