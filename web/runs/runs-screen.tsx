// The list of runs: which flow, for whom, how it ended.
import { Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { runStatuses } from '@bellwire/model/run.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { Page } from '../shell/page.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { RunTable } from './run-table.tsx';
import { runStatusWords } from './run-badge.tsx';
import { useRunList } from './use-run-list.ts';
import '../shell/list-bar.css';

const ANY = 'any';
const crumbs = [
  <Link key="events" to="/events">
    Events
  </Link>,
];
const choices = [
  { value: ANY, label: 'Any status' },
  ...runStatuses.map((status) => ({ value: status, label: runStatusWords[status].label })),
];

export function RunsScreen() {
  const { status, page, runs, filter, turn } = useRunList();
  return (
    <Page crumbs={crumbs} title="Runs" about="Every walk through a flow, step by step.">
      <div className="list-bar">
        <Select
          label="Status"
          hideLabel
          choices={choices}
          value={status ?? ANY}
          onChange={(next) => filter(next === ANY ? undefined : next)}
        />
      </div>
      <Card flush>
        <RunTable
          {...tableState(runs, (answer) => answer.rows)}
          empty={status === undefined ? noneYet : noneFits}
        />
        <TrailPager trail={page} next={runs.data?.next} count={runs.data?.rows.length ?? 0} onTurn={turn} />
      </Card>
    </Page>
  );
}

const about = 'A flow runs when an event, a keyword or a message starts it.';
const icon = <Workflow size={20} aria-hidden />;
const noneYet = <EmptyState icon={icon} title="No run yet" says={about} />;
const noneFits = <EmptyState icon={icon} title="No run fits" says={about} />;
