// What is parked, in lots: why, what to do about it, and running or dismissing all of a lot.
import { Link } from '@tanstack/react-router';
import { CircleParking } from 'lucide-react';
import { RerunList } from '../reruns/rerun-list.tsx';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LotCard } from './lot-card.tsx';
import './parked.css';

const LIVE_MS = 5_000;
const crumbs = [
  <Link key="events" to="/events">
    Events
  </Link>,
];

export function ParkedScreen() {
  const lots = useOperation('listParkedLots', {}, { pollMs: LIVE_MS });
  return (
    <Page
      crumbs={crumbs}
      title="Parked"
      about="Events that could not run. Each is kept until its cause is mended; nothing here is removed by itself."
    >
      <div className="parked">
        <RerunList />
        <Answer query={lots} height={160}>
          {({ rows }) =>
            rows.length === 0 ? nothing : rows.map((lot) => <LotCard key={JSON.stringify(lot)} lot={lot} />)
          }
        </Answer>
      </div>
    </Page>
  );
}

const nothing = (
  <Card>
    <EmptyState
      icon={<CircleParking size={20} aria-hidden />}
      title="Nothing is parked"
      says="An event that cannot run, because a flow is not published or a bot is paused, waits here until you run it."
      act={<ButtonLink to="/events">See all events</ButtonLink>}
    />
  </Card>
);
