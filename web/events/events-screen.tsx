// The list of events: live on its newest page, to be searched, each one leading to its story.
import { Zap } from 'lucide-react';
import { useRef, useState } from 'react';
import { ReplayManyDialog } from '../replays/replay-many-dialog.tsx';
import { tableState } from '../server-state/query-problem.tsx';
import { Page } from '../shell/page.tsx';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { EventBar } from './event-bar.tsx';
import { EventTable } from './event-table.tsx';
import { useCalmRows } from './use-calm-rows.ts';
import { useEventList, type EventList } from './use-event-list.ts';
import { useListKeys } from './use-list-keys.ts';

export function EventsScreen() {
  const list = useEventList();
  const frame = useRef<HTMLDivElement>(null);
  useListKeys(frame);
  return (
    <Page
      title="Events"
      about="Every trigger that was fired, and what became of it."
      acts={<ListActs list={list} />}
    >
      <div ref={frame}>
        <EventBar list={list} />
        <EventRows list={list} />
      </div>
    </Page>
  );
}

function ListActs({ list: { query } }: { list: EventList }) {
  const [replaying, setReplaying] = useState(false);
  const { after: _page, limit: _length, from, search, ...filters } = query;
  const which = { ...filters, ...(from !== undefined && { since: from }) };
  return (
    <>
      <ButtonLink to="/events/parked">Parked</ButtonLink>
      <ButtonLink to="/events/unmatched">Unmatched</ButtonLink>
      <ButtonLink to="/runs">Runs</ButtonLink>
      {/* A search looks into items: which runs it means cannot be counted. */}
      <Button disabled={search !== undefined} onClick={() => setReplaying(true)}>
        Replay many…
      </Button>
      {replaying ? <ReplayManyDialog which={which} onClose={() => setReplaying(false)} /> : null}
    </>
  );
}

function EventRows({ list }: { list: EventList }) {
  const { events, page, filters, turn } = list;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const { rows, ...state } = tableState(events, (answer) => answer.rows);
  const { shown, fresh, letIn, readers } = useCalmRows(rows, JSON.stringify([filters, page]));
  return (
    <>
      <NewRows count={fresh} onShow={letIn} />
      <div {...readers}>
        <Card flush>
          <EventTable
            label="Events"
            rows={shown}
            {...state}
            empty={isFiltered ? <NoneFits list={list} /> : noneYet}
          />
          <LookedBack list={list} />
          <TrailPager
            trail={page}
            next={events.data?.next}
            count={events.data?.rows.length ?? 0}
            onTurn={turn}
          />
        </Card>
      </div>
    </>
  );
}

function NewRows({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status">
      {count === 0 ? null : (
        <button type="button" className="new-rows" onClick={onShow}>
          {count} new
        </button>
      )}
    </div>
  );
}

/** Where a page ends because it has looked far enough, not because nothing is older. */
function LookedBack({ list: { events } }: { list: EventList }) {
  const back = events.data?.lookedBackTo ?? null;
  if (back === null) return null;
  return (
    <p className="looked-back">
      Looked through the 20,000 newest events, back to {new Date(back).toLocaleString()}. An older page looks
      further.
    </p>
  );
}

function NoneFits({ list: { events, filters } }: { list: EventList }) {
  const isCut = (events.data?.lookedBackTo ?? null) !== null;
  return (
    <EmptyState
      icon={<Zap size={20} aria-hidden />}
      title={isCut ? 'No event fits so far' : 'No event fits'}
      says={
        isCut
          ? 'Turn to the older page to look further back, or choose a time.'
          : filters.span === undefined
            ? 'Try another word, or fewer filters.'
            : 'Try another word, a longer time, or fewer filters.'
      }
    />
  );
}

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
