// The story of one event: who fired it, each gate, the runs and what they did.
import { Link, useParams } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ContactLink } from '../contacts/contact-link.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { timesInWords } from '../ui/times-in-words.ts';
import { toast } from '../ui/toast.tsx';
import { DecisionCard } from './decision-card.tsx';
import { EffectCards } from './effect-cards.tsx';
import { EventBadge } from './event-badge.tsx';
import { contactOf } from './event-table.tsx';
import { FiringCard } from './firing-card.tsx';
import { isUnsettled } from './is-unsettled.ts';
import './event-screen.css';

export type Story = OutputOf<'getEvent'>;

const UNSETTLED_MS = 1_000;
const crumbs = [
  <Link key="events" to="/events">
    Events
  </Link>,
];

export function EventScreen() {
  const { eventId } = useParams({ from: '/events/$eventId' });
  const known = useOperation('getEvent', { eventId });
  // What is still under way is asked again until it is settled; the same answer under the same key.
  const unsettled = known.data !== undefined && isUnsettled(known.data);
  const story = useOperation('getEvent', { eventId }, { pollMs: unsettled && UNSETTLED_MS });
  if (story.data === undefined)
    return (
      <Page crumbs={crumbs} title="Event">
        {story.error === null ? <Skeleton height={240} /> : <QueryProblem {...story} error={story.error} />}
      </Page>
    );
  return <StoryPage story={story.data} />;
}

function StoryPage({ story }: { story: Story }) {
  return (
    <Page
      crumbs={crumbs}
      title={story.triggerLabel}
      mark={<EventBadge state={story.state} />}
      about={
        <>
          {story.installName}, for <ContactLink {...contactOf(story)} />, <RelativeTime at={story.firedAt} />
        </>
      }
      acts={story.state === 'parked' ? <RunParked eventId={story.id} /> : undefined}
    >
      <div className="event-story">
        <div className="event-story-main">
          {story.reason === null ? null : (
            <p className="event-reason" data-state={story.state}>
              {timesInWords(story.reason)}
            </p>
          )}
          <FiringCard story={story} />
          {story.decisions.map((decision) => (
            <DecisionCard
              key={decision.subscriptionId}
              decision={decision}
              run={story.runs.find((run) => run.id === decision.runId)}
            />
          ))}
          <EffectCards messages={story.messages} orders={story.orders} />
        </div>
        <aside className="event-story-side" aria-label="Facts">
          <Facts story={story} />
          <CodeBlock label="Items" value={story.items} maxHeight={420} />
        </aside>
      </div>
    </Page>
  );
}

function Facts({ story }: { story: Story }) {
  return (
    <Card>
      <KeyValue
        facts={[
          ['Trigger', <code key="trigger">{story.trigger}</code>],
          ['App', story.appLabel],
          ['Contact', <ContactLink key="contact" {...contactOf(story)} />],
          ['Contact id', <code key="ns">{story.contactNs ?? 'none'}</code>],
          ['Fired', <RelativeTime key="fired" at={story.firedAt} />],
          [
            'Settled',
            story.settledAt === null ? 'not yet' : <RelativeTime key="settled" at={story.settledAt} />,
          ],
          ['Event id', <code key="id">{story.id}</code>],
        ]}
      />
    </Card>
  );
}

function RunParked({ eventId }: { eventId: string }) {
  const run = useChange('runParked');
  return (
    <>
      {run.error === null ? null : <ProblemNote problem={problemWords(run.error)} />}
      <Button
        look="primary"
        icon={<Play size={14} aria-hidden />}
        busy={run.isPending}
        onClick={() => run.mutate({ eventId }, { onSuccess: ({ says }) => toast({ says }) })}
      >
        Run what is parked
      </Button>
    </>
  );
}
