// Replays many runs: those of the events that a list shows, at a pace.
import { useState } from 'react';
import type { InputOf } from '@bellwire/model/operations/all.ts';
import { USUAL_PACE } from '@bellwire/model/rerun.ts';
import type { Rerun } from '../reruns/rerun-card.tsx';
import { PaceField } from '../reruns/pace-field.tsx';
import { Answer } from '../server-state/answer.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import './replay.css';

type Which = Omit<InputOf<'countReplays'>, 'runs'>;

const whichRuns = [
  { value: 'failed', label: 'Runs that failed, and were not replayed since' },
  { value: 'all', label: 'All runs that are over' },
];
const doings = [
  { value: 'skip', label: 'What is done is not done again' },
  { value: 'again', label: 'All of it is done again' },
];

export function ReplayManyDialog({ which, onClose }: { which: Which; onClose: () => void }) {
  const [runs, setRuns] = useState<'failed' | 'all'>('failed');
  const [effects, setEffects] = useState<'skip' | 'again'>('skip');
  const [pace, setPace] = useState<number | null>(USUAL_PACE);
  const count = useOperation('countReplays', { ...which, runs });
  const replay = useChange('replayRuns');
  const submit = () =>
    replay.mutate(
      {
        ...which,
        runs,
        effects,
        from: effects === 'skip' ? 'failed' : 'start',
        perSecond: pace ?? USUAL_PACE,
      },
      { onSuccess: (rerun) => tell(rerun, onClose) },
    );
  return (
    <FormDialog
      title="Replay many runs"
      about="Those of the events that the list shows, on the flow as it is published now."
      act="Replay"
      onClose={onClose}
      onSubmit={submit}
      busy={replay.isPending}
      unready={(count.data?.runs ?? 0) === 0}
      problem={replay.error === null ? undefined : problemWords(replay.error)}
    >
      <Choices {...{ runs, setRuns, effects, setEffects }} />
      <Answer query={count} height={60}>
        {(told) => (
          <>
            <Count {...told} isAgain={effects === 'again'} />
            <PaceField value={pace} onChange={setPace} count={told.runs} />
          </>
        )}
      </Answer>
    </FormDialog>
  );
}

function tell({ total }: Rerun, onClose: () => void): void {
  toast({ says: `${total.toLocaleString()} replays on their way. Events, Parked shows how far they are.` });
  onClose();
}

interface ChoicesProps {
  runs: 'failed' | 'all';
  setRuns: (runs: 'failed' | 'all') => void;
  effects: 'skip' | 'again';
  setEffects: (effects: 'skip' | 'again') => void;
}

function Choices({ runs, setRuns, effects, setEffects }: ChoicesProps) {
  return (
    <>
      <Select
        label="Which"
        required
        choices={whichRuns}
        value={runs}
        onChange={(next) => setRuns(next === 'all' ? 'all' : 'failed')}
      />
      <Select
        label="What had been done"
        required
        choices={doings}
        value={effects}
        onChange={(next) => setEffects(next === 'again' ? 'again' : 'skip')}
      />
    </>
  );
}

function Count({ runs, messages, isAgain }: { runs: number; messages: number; isAgain: boolean }) {
  return (
    <>
      <p>
        {runs === 0 ? 'There is no such run.' : `${runs.toLocaleString()} ${runs === 1 ? 'run' : 'runs'}.`}
      </p>
      {isAgain && messages > 0 ? (
        <p className="replay-warning">
          Sends {messages === 1 ? '1 message' : `about ${messages.toLocaleString()} messages`} again.
        </p>
      ) : null}
    </>
  );
}
