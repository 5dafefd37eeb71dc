// The first chapter: who fired the event, over which address, and what was looked at before it was taken in.
import { Link } from '@tanstack/react-router';
import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Story } from './story.ts';
import { timesInWords } from '../ui/times-in-words.ts';
import { CauseChain } from './cause-chain.tsx';
import { GateList } from './gate-list.tsx';

type UrlCall = Story['urlCalls'][number];

const callWords: Readonly<Record<UrlCall['verdict'], { label: string; tone: Tone }>> = {
  taken: { label: 'Let in', tone: 'ok' },
  used: { label: 'Came again: stopped', tone: 'warn' },
  expired: { label: 'Too late: stopped', tone: 'warn' },
  looked: { label: 'Only looked', tone: 'plain' },
};

export function FiringCard({ story }: { story: Story }) {
  return (
    <Card title="Fired and taken in">
      <p className="event-fired-by">
        <span>{story.firedBy}</span>
        {story.causeRun === null ? null : (
          <Link to="/runs/$runId" params={{ runId: story.causeRun.id }}>
            See the run that fired it
          </Link>
        )}
      </p>
      {story.causes.length === 0 ? null : <CauseChain story={story} />}
      {story.arrival.length === 0 ? null : (
        <div className="story-part">
          <h3>Asked before it was taken in</h3>
          <GateList label="Asked before it was taken in" gates={story.arrival} />
        </div>
      )}
      {story.urlCalls.length === 0 ? null : <UrlCalls calls={story.urlCalls} />}
      {story.webhookCall === null ? null : <WebhookCall call={story.webhookCall} />}
      {story.doubles.length === 0 ? null : <Doubles doubles={story.doubles} />}
    </Card>
  );
}

function UrlCalls({ calls }: { calls: readonly UrlCall[] }) {
  return (
    <div className="story-part">
      <h3>Calls at the one-time URL, which works once</h3>
      <ul className="story-list">
        {calls.map((call, place) => (
          <li key={place}>
            <span>
              <Badge tone={callWords[call.verdict].tone} dot>
                {callWords[call.verdict].label}
              </Badge>
              <code>{call.method}</code>
              <span>{call.says}</span>
            </span>
            <RelativeTime at={call.at} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function WebhookCall({ call }: { call: NonNullable<Story['webhookCall']> }) {
  return (
    <div className="story-part">
      <h3>Call at the webhook “{call.label}”</h3>
      <ul className="story-list">
        <li>
          <span>
            <Badge tone="ok" dot>
              Let in
            </Badge>
            <code>{call.method}</code>
            <span>{call.says}</span>
          </span>
          <RelativeTime at={call.at} />
        </li>
      </ul>
    </div>
  );
}

function Doubles({ doubles }: { doubles: Story['doubles'] }) {
  return (
    <div className="story-part">
      <h3>Came again, and was stopped</h3>
      <ul className="story-list">
        {doubles.map((double, place) => (
          <li key={place}>
            <span>{timesInWords(double.says)}</span>
            <RelativeTime at={double.at} />
          </li>
        ))}
      </ul>
    </div>
  );
}
