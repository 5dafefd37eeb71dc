// The status of a run.
import type { RunStatus } from '@bellwire/model/run.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

export const runStatusWords: Readonly<Record<RunStatus, { label: string; tone: Tone }>> = {
  waiting: { label: 'Waiting', tone: 'accent' },
  done: { label: 'Done', tone: 'ok' },
  failed: { label: 'Failed', tone: 'bad' },
  superseded: { label: 'Superseded', tone: 'plain' },
};

export function RunBadge({ status }: { status: RunStatus }) {
  const { label, tone } = runStatusWords[status];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}
