// How an event or run was worked again, in one line: by whom, when, what came of it.
import { Link } from '@tanstack/react-router';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { RerunKind } from '@bellwire/model/rerun.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import './replay.css';

type Line = OutputOf<'listEventReruns'>['rows'][number];

const kindWords: Readonly<Record<RerunKind, string>> = {
  parked: 'Run from the parked ones',
  replay: 'Replayed',
  'catch-up': 'Caught up on',
};

const stateWords: Readonly<Record<Line['state'], string>> = {
  waiting: 'waits for its turn',
  'under-way': 'is in the lane',
  done: 'ran',
  stopped: 'did not run',
  failed: 'broke on our side',
};

export function RerunLine({ line }: { line: Line }) {
  const { kind, askedBy, askedAt, state, says, newRunId, skipped } = line;
  return (
    <p className="rerun-line">
      {kindWords[kind]} by {askedBy}, <RelativeTime at={askedAt} />: {stateWords[state]}
      {skipped === 0 ? '' : `, ${skipped} skipped`}. {says}{' '}
      {newRunId === null ? null : (
        <Link to="/runs/$runId" params={{ runId: newRunId }}>
          See the run
        </Link>
      )}
    </p>
  );
}
