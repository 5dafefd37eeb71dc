// What happened today, what waits for somebody, and what a new workspace does next.
import { Link } from '@tanstack/react-router';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Figure, FigureRow } from '../ui/figure.tsx';
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
        <Answer query={home} height={120}>
          {(day) => (
            <>
              <NextSteps steps={day.nextSteps} />
              <Today home={day} />
            </>
          )}
        </Answer>
        <LatestEvents />
      </div>
    </Page>
  );
}

function Today({ home }: { home: Home }) {
  return (
    <FigureRow>
      <Figure name="Events today" value={home.events.today} line={line('Events', home.events)} />
      <Figure name="Runs today" value={home.runs.today} line={line('Runs', home.runs)} />
      <Figure name="Messages today" value={home.messages.today} line={line('Messages', home.messages)} />
      <Figure
        name="Parked"
        value={home.parked}
        {...(home.parked > 0 && { tone: 'warn' as const })}
        about={home.parked > 0 ? seeParked : 'Nothing waits for a repair'}
      />
      <Figure
        name="Failed runs today"
        value={home.failedRuns}
        {...(home.failedRuns > 0 && { tone: 'bad' as const })}
        about={home.failedRuns > 0 ? seeFailed : 'All went well'}
      />
    </FigureRow>
  );
}

const seeParked = <Link to="/events/parked">See why, and run them</Link>;
const seeFailed = (
  <Link to="/runs" search={{ status: 'failed' }}>
    See what failed
  </Link>
);

/** The hours that are still to come are no zeros. */
function line(name: string, { byHour }: Home['events']) {
  return {
    values: byHour.slice(0, new Date().getUTCHours() + 1),
    label: `${name} per hour since midnight UTC`,
  };
}
