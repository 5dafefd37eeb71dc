// The story of one event: who fired it, each gate, the runs and what they did.
import { Link, useParams } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { ContactLink } from '../contacts/contact-link.tsx';
import { EventReruns } from '../replays/event-reruns.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { Answer } from '../server-state/answer.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import { durationWords } from '../ui/duration-words.ts';
import { AnswerNote } from './answer-note.tsx';
import { DecisionCard } from './decision-card.tsx';
import { EffectCards } from './effect-cards.tsx';
import { EventBadge } from './event-badge.tsx';
import { contactOf } from './event-table.tsx';
import { FiringCard } from './firing-card.tsx';
import { isUnsettled } from './is-unsettled.ts';
import type { Story } from './story.ts';
import { StoryActs } from './story-acts.tsx';
import './event-screen.css';

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
        <Answer query={story}>{() => null}</Answer>
      </Page>
    );
  return <StoryPage story={story.data} />;
}

function StoryPage({ story }: { story: Story }) {
  return (
    <Page
      crumbs={crumbs}
      title={story.triggerLabel}
      mark={<Marks story={story} />}
      about={
        <>
          {story.installName}, for <ContactLink {...contactOf(story)} />, <RelativeTime at={story.firedAt} />
        </>
      }
      acts={
        <>
          <StoryActs story={story} />
          {story.state === 'parked' ? <RunParked eventId={story.id} /> : null}
        </>
      }
    >
      <div className="event-story">
        <div className="event-story-main">
          <AnswerNote story={story} />
          <FiringCard story={story} />
          {story.decisions.map((decision) => (
            <DecisionCard
              key={decision.subscriptionId}
              story={story}
              decision={decision}
              run={story.runs.find((run) => run.id === decision.runId)}
            />
          ))}
          <Aftermath story={story} />
        </div>
        <aside className="event-story-side" aria-label="Facts">
          <Facts story={story} />
          <CodeBlock label="Items" value={story.items} maxHeight={420} />
        </aside>
      </div>
    </Page>
  );
}

function Marks({ story: { state, source } }: { story: Story }) {
  return (
    <>
      <EventBadge state={state} />
      {source === 'test' ? <Badge tone="accent">Test</Badge> : null}
    </>
  );
}

function Aftermath({ story }: { story: Story }) {
  return (
    <>
      <EventReruns eventId={story.id} />
      <EffectCards messages={story.messages} orders={story.orders} />
    </>
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
            story.settledAt === null ? (
              'not yet'
            ) : (
              <SettledAfter key="settled" {...story} at={story.settledAt} />
            ),
          ],
          ['Event id', <code key="id">{story.id}</code>],
        ]}
      />
    </Card>
  );
}

function SettledAfter({ firedAt, at }: { firedAt: string; at: string }) {
  return (
    <>
      <RelativeTime at={at} />, after {durationWords(Date.parse(at) - Date.parse(firedAt))}
    </>
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
