// The list of events: live on its newest page, to be searched, each one leading to its story.
import { Zap } from 'lucide-react';
import { eventStates } from '@bellwire/model/event.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { Page } from '../shell/page.tsx';
import { SearchBox } from '../shell/search-box.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Select } from '../ui/select.tsx';
import { EventTable } from './event-table.tsx';
import { eventStateWords } from './event-states.ts';
import { LiveSwitch } from './live-switch.tsx';
import { useEventList } from './use-event-list.ts';
import '../shell/list-bar.css';

const ANY = 'any';
const stateChoices = [
  { value: ANY, label: 'Any state' },
  ...eventStates.map((state) => ({ value: state, label: eventStateWords[state].label })),
];

export function EventsScreen() {
  const list = useEventList();
  const { events, page, search, state, turn } = list;
  const isFiltered = search !== undefined || state !== undefined;
  return (
    <Page
      title="Events"
      about="Every trigger that was fired, and what became of it."
      acts={<ButtonLink to="/runs">Runs</ButtonLink>}
    >
      <EventBar {...list} />
      <Card flush>
        <EventTable
          label="Events"
          {...tableState(events, (answer) => answer.rows)}
          empty={isFiltered ? noneFits : noneYet}
        />
        <TrailPager
          trail={page}
          next={events.data?.next}
          count={events.data?.rows.length ?? 0}
          onTurn={turn}
        />
      </Card>
    </Page>
  );
}

function EventBar({ search, state, page, isLive, setLive, filter }: ReturnType<typeof useEventList>) {
  return (
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
  );
}

const noneFits = (
  <EmptyState
    icon={<Zap size={20} aria-hidden />}
    title="No event fits"
    says="Try another word, or any state."
  />
);
const noneYet = (
  <EmptyState
    icon={<Zap size={20} aria-hidden />}
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
