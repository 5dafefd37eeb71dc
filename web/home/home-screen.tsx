// What happened today, what waits for somebody, and what a new workspace does next.
import { Link } from '@tanstack/react-router';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Figure, FigureRow } from '../ui/figure.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { LatestEvents } from './latest-events.tsx';
import { NextSteps } from './next-steps.tsx';
import './home-screen.css';

const LIVE_MS = 10_000;

type Home = OutputOf<'home'>;

export function HomeScreen() {
  const home = useOperation('home', {}, { pollMs: LIVE_MS });
  return (
    <Page title="Home" about="What happened today, and what to do next.">
      <div className="home">
        {home.data !== undefined ? (
          <>
            <NextSteps steps={home.data.nextSteps} />
            <Today home={home.data} />
          </>
        ) : home.error === null ? (
          <Skeleton height={120} />
        ) : (
          <QueryProblem {...home} error={home.error} />
        )}
        <LatestEvents />
      </div>
    </Page>
  );
}

function Today({ home }: { home: Home }) {
  const hour = new Date().getUTCHours();
  const line = (name: string, { byHour }: Home['events']) => ({
    values: byHour.slice(0, hour + 1),
    label: `${name} per hour since midnight UTC`,
  });
  return (
    <FigureRow>
      <Figure name="Events today" value={home.events.today} line={line('Events', home.events)} />
      <Figure name="Runs today" value={home.runs.today} line={line('Runs', home.runs)} />
      <Figure name="Messages today" value={home.messages.today} line={line('Messages', home.messages)} />
      <Figure
        name="Parked"
        value={home.parked}
        tone={home.parked > 0 ? 'warn' : 'plain'}
        about={
          home.parked > 0 ? (
            <Link to="/events" search={{ state: 'parked' }}>
              See why, and run them
            </Link>
          ) : (
            'Nothing waits for a repair'
          )
        }
      />
      <Figure
        name="Failed runs today"
        value={home.failedRuns}
        tone={home.failedRuns > 0 ? 'bad' : 'plain'}
        about={
          home.failedRuns > 0 ? (
            <Link to="/runs" search={{ status: 'failed' }}>
              See what failed
            </Link>
          ) : (
            'All went well'
          )
        }
      />
    </FigureRow>
  );
}
