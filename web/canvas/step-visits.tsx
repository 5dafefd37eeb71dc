// What went into a step and what came out, visit by visit.
import { useState } from 'react';
import { Badge } from '../ui/badge.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Select } from '../ui/select.tsx';
import type { StepRun } from './canvas-model.ts';

export function StepVisits({ run }: { run: StepRun }) {
  const [place, setPlace] = useState('0');
  const visit = run.visits[Number(place)] ?? run.visits[0];
  if (visit === undefined) return <p className="step-visits-none">The run did not come to this step.</p>;
  return (
    <div className="step-visits">
      {run.visits.length < 2 ? null : (
        <Select
          label="Visit"
          required
          value={place}
          onChange={setPlace}
          choices={run.visits.map((one, at) => ({
            value: String(at),
            label: `Visit ${run.visits.length - at}${one.ok ? '' : ', failed'}`,
          }))}
        />
      )}
      <p className="step-visits-facts">
        <Badge tone={visit.ok ? 'ok' : 'bad'} dot>
          {visit.ok ? 'Went well' : 'Failed'}
        </Badge>
        <RelativeTime at={visit.at} />
        <span>{visit.tookMs.toLocaleString()} ms</span>
      </p>
      {visit.problem === undefined ? null : <ProblemNote problem={{ says: visit.problem }} />}
      <CodeBlock label="Input" value={visit.input} maxHeight={220} />
      <CodeBlock label="Output" value={visit.output} maxHeight={220} />
    </div>
  );
}
