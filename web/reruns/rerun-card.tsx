// One rerun: how far it is, what came of it, and pausing, going on or ending it.
import { Pause, Play } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { RerunState } from '@bellwire/model/rerun.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { toast } from '../ui/toast.tsx';
import './rerun-card.css';

export type Rerun = OutputOf<'getRerun'>;

const stateWords: Readonly<Record<RerunState, { label: string; tone: Tone }>> = {
  running: { label: 'Running', tone: 'accent' },
  paused: { label: 'Paused', tone: 'warn' },
  cancelled: { label: 'Ended early', tone: 'plain' },
  done: { label: 'Done', tone: 'ok' },
};

export function RerunCard({ rerun }: { rerun: Rerun }) {
  const { title, askedBy, askedAt, perSecond, state, total, counts } = rerun;
  const { label, tone } = stateWords[state];
  const ended = counts.done + counts.stopped + counts.failed;
  return (
    <article className="rerun-card" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <Badge tone={tone} dot>
          {label}
        </Badge>
      </header>
      <progress max={total} value={ended} aria-label={`${ended} of ${total}`} />
      <p className="rerun-counts">
        <strong>
          {ended.toLocaleString()} of {total.toLocaleString()}
        </strong>
        <span>{counts.done.toLocaleString()} ran</span>
        {counts.stopped === 0 ? null : <span>{counts.stopped.toLocaleString()} could not run</span>}
        {counts.failed === 0 ? null : <span>{counts.failed.toLocaleString()} broke on our side</span>}
        <span>{perSecond} a second</span>
        <span>
          {askedBy}, <RelativeTime at={askedAt} />
        </span>
      </p>
      {state === 'running' || state === 'paused' ? <Acts rerun={rerun} /> : null}
    </article>
  );
}

function Acts({ rerun: { id: rerunId, state } }: { rerun: Rerun }) {
  const change = useChange('changeRerun');
  const to = (next: 'running' | 'paused' | 'cancelled') => () =>
    change.mutate(
      { rerunId, state: next },
      { onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }) },
    );
  return (
    <div className="rerun-acts">
      {state === 'running' ? (
        <Button
          size="small"
          icon={<Pause size={13} aria-hidden />}
          busy={change.isPending}
          onClick={to('paused')}
        >
          Pause
        </Button>
      ) : (
        <Button
          size="small"
          icon={<Play size={13} aria-hidden />}
          busy={change.isPending}
          onClick={to('running')}
        >
          Go on
        </Button>
      )}
      <Button size="small" look="quiet" disabled={change.isPending} onClick={to('cancelled')}>
        End here
      </Button>
    </div>
  );
}
