// The state of an event.
import type { EventState } from '@bellwire/model/event.ts';
import { Badge } from '../ui/badge.tsx';
import { eventStateWords } from './event-states.ts';

export function EventBadge({ state }: { state: EventState }) {
  const { label, tone } = eventStateWords[state];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}
