// The list of events: live on its newest page, to be searched, each one leading to its story.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Pause, Play, Zap } from 'lucide-react';
import { useState } from 'react';
import { eventStates } from '@bellwire/model/event.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { Page } from '../shell/page.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { EventTable } from './event-table.tsx';
import { eventStateWords, isEventState } from './event-states.ts';
import '../shell/list-bar.css';

const LIVE_MS = 2_000;
const ANY = 'any';
const stateChoices = [
  { value: ANY, label: 'Any state' },
  ...eventStates.map((state) => ({ value: state, label: eventStateWords[state].label })),
];

export function EventsScreen() {
  const { search, state, page } = useSearch({ from: '/events' });
  const navigate = useNavigate({ from: '/events' });
  const [live, setLive] = useState(true);
  const after = pageAfter(page);
  const query = {
    ...(search !== undefined && { search }),
    ...(isEventState(state) && { state }),
    ...(after !== undefined && { after }),
  };
  // An older page does not change any more.
  const isLive = live && page === undefined;
  const events = useOperation('listEvents', query, { pollMs: isLive && LIVE_MS, keepPrevious: true });
  const filter = (next: { search?: string | undefined; state?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...next }), replace: true });
  return (
    <Page
      title="Events"
      about="Every trigger that was fired, and what became of it."
      acts={<ButtonLink to="/runs">Runs</ButtonLink>}
    >
      <div className="list-bar">
        <div className="list-bar-search">
          <SearchBox
            label="Search events"
            placeholder="Search an item, a contact, an id…"
            value={search}
            onAsk={(words) => filter({ search: words })}
          />
        </div>
        <Select
          label="State"
          hideLabel
          choices={stateChoices}
          value={state ?? ANY}
          onChange={(next) => filter({ state: next === ANY ? undefined : next })}
        />
        <div className="list-bar-end">
          <LiveSwitch live={isLive} onChange={setLive} stopped={page !== undefined} />
        </div>
      </div>
      <Card flush>
        <EventTable
          label="Events"
          {...tableState(events, (answer) => answer.rows)}
          empty={<NoEvents filtered={search !== undefined || state !== undefined} />}
        />
        <TrailPager
          trail={page}
          next={events.data?.next}
          count={events.data?.rows.length ?? 0}
          onTurn={(trail) => void navigate({ search: (before) => ({ ...before, page: trail }) })}
        />
      </Card>
    </Page>
  );
}

interface LiveSwitchProps {
  live: boolean;
  /** On an older page, where nothing new comes in. */
  stopped: boolean;
  onChange: (live: boolean) => void;
}

function LiveSwitch({ live, stopped, onChange }: LiveSwitchProps) {
  if (stopped) return <span className="live-mark">An older page: new events do not come in here.</span>;
  return (
    <>
      <span className="live-mark" data-live={live || undefined} role="status">
        {live ? 'Live' : 'Paused'}
      </span>
      <Button
        size="small"
        icon={live ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
        onClick={() => onChange(!live)}
      >
        {live ? 'Pause' : 'Go on'}
      </Button>
    </>
  );
}

function NoEvents({ filtered }: { filtered: boolean }) {
  const icon = <Zap size={20} aria-hidden />;
  if (filtered)
    return <EmptyState icon={icon} title="No event fits" says="Try another word, or any state." />;
  return (
    <EmptyState
      icon={icon}
      title="No event yet"
      says="When an installed app fires a trigger, the event stands here, with the reason why a flow ran or did not."
      act={
        <>
          <ButtonLink to="/apps">Installed apps</ButtonLink>
          <ButtonLink look="primary" to="/bots">
            Send a test event from a bot
          </ButtonLink>
        </>
      }
    />
  );
}
