// What led to an event that a flow fired: each event before it and the run through which it did, the first at the top.
import { Link } from '@tanstack/react-router';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Story } from './story.ts';

export function CauseChain({ story: { causes, trigger } }: { story: Pick<Story, 'causes' | 'trigger'> }) {
  return (
    <div className="story-part">
      <h3>Caused by</h3>
      <ol className="story-list">
        {causes.map((cause) => (
          <li key={cause.eventId}>
            <span>
              <Link to="/events/$eventId" params={{ eventId: cause.eventId }}>
                <code>{cause.trigger}</code>
              </Link>
              <span>started</span>
              <Link to="/runs/$runId" params={{ runId: cause.runId }}>
                a run
              </Link>
              <span>that led to</span>
            </span>
            <RelativeTime at={cause.firedAt} />
          </li>
        ))}
        <li>
          <span>
            <code>{trigger}</code>
            <span>this event</span>
          </span>
        </li>
      </ol>
    </div>
  );
}
