// Events whose contact was not found: who could be meant, a link by hand, or an end to it.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { UserRoundSearch } from 'lucide-react';
import { useState } from 'react';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { pageAfter } from '../shell/page-trail.ts';
import { TrailPager } from '../shell/trail-pager.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import type { Unmatched } from './unmatched.ts';
import { unmatchedColumns } from './unmatched-columns.tsx';
import './unmatched.css';

const LIVE_MS = 5_000;

export function UnmatchedScreen() {
  const { page } = useSearch({ from: '/events/unmatched' });
  const navigate = useNavigate({ from: '/events/unmatched' });
  const after = pageAfter(page);
  const list = useOperation('listUnmatched', after === undefined ? {} : { after }, {
    pollMs: page === undefined && LIVE_MS,
    keepPrevious: true,
  });
  const [linked, setLinked] = useState<Unmatched>();
  const [dismissed, setDismissed] = useState<Unmatched>();
  return (
    <Page
      crumbs={[
        <Link key="events" to="/events">
          Events
        </Link>,
      ]}
      title="Unmatched"
      about="Events that name somebody no bot knows yet. They wait until you say who it is."
    >
      <Card flush>
        <Table
          label="Unmatched events"
          columns={unmatchedColumns({ onLink: setLinked, onDismiss: setDismissed })}
          {...tableState(list, (answer) => answer.rows)}
          rowKey={({ installId, kind, value }) => `${installId} ${kind} ${value}`}
          empty={nobody}
        />
        <TrailPager
          trail={page}
          next={list.data?.next}
          count={list.data?.rows.length ?? 0}
          onTurn={(trail) => void navigate({ search: { page: trail } })}
        />
      </Card>
      {linked && <LinkDialog group={linked} onClose={() => setLinked(undefined)} />}
      {dismissed && <DismissDialog group={dismissed} onClose={() => setDismissed(undefined)} />}
    </Page>
  );
}

const nobody = (
  <EmptyState
    icon={<UserRoundSearch size={20} aria-hidden />}
    title="Every event has found its contact"
    says="When an app names somebody by an e-mail, a phone number or an id that fits no contact, its events wait here. What an app may match by itself is set on the app's page."
    act={<ButtonLink to="/apps">Installed apps</ButtonLink>}
  />
);
