// Replays a run: from where, on which version, what is done again; shown before it happens.
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Answer } from '../server-state/answer.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import { ReplayPreview } from './replay-preview.tsx';

export type PastRun = Pick<OutputOf<'getRun'>, 'id' | 'status' | 'flowId' | 'flowVersion'>;

export interface ReplayDialogProps {
  run: PastRun;
  onClose: () => void;
}

export function ReplayDialog({ run, onClose }: ReplayDialogProps) {
  const [choice, setChoice] = useState<Choice>({
    from: run.status === 'failed' ? 'failed' : 'start',
    version: 'published',
    again: [],
  });
  const asked = { runId: run.id, ...choice };
  const preview = useOperation('previewReplay', asked, { keepPrevious: true });
  const replay = useChange('replayRun');
  const submit = () =>
    replay.mutate(asked, {
      onSuccess: () => {
        toast({ says: 'The replay is on its way through the lane of the contact.' });
        onClose();
      },
    });
  return (
    <FormDialog
      title="Replay this run"
      about="For the contact as it is now. What had been done is not done again, unless you tick it."
      act={preview.data?.warnings.length ? 'Replay all the same' : 'Replay'}
      onClose={onClose}
      onSubmit={submit}
      busy={replay.isPending}
      unready={preview.data === undefined || preview.data.stopped !== null}
      problem={replay.error === null ? undefined : problemWords(replay.error)}
    >
      <ReplayChoices run={run} choice={choice} onChange={setChoice} />
      <Answer query={preview} height={120}>
        {(told) => (
          <ReplayPreview
            preview={told}
            again={choice.again}
            onAgain={(again) => setChoice({ ...choice, again })}
          />
        )}
      </Answer>
    </FormDialog>
  );
}

interface Choice {
  readonly from: string;
  readonly version: 'then' | 'published';
  readonly again: string[];
}

interface ReplayChoicesProps {
  run: PastRun;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function ReplayChoices({ run, choice, onChange }: ReplayChoicesProps) {
  const { data } = useOperation('getLedger', { runId: run.id });
  const failed = data?.failed.at(-1);
  const starts = [
    { value: 'start', label: 'From the start' },
    ...(failed === undefined
      ? []
      : [{ value: 'failed', label: `From the step that failed: ${failed.label}` }]),
  ];
  const versions = [
    { value: 'published', label: 'The flow as it is published now' },
    { value: 'then', label: `Version ${run.flowVersion ?? ''}, as it ran` },
  ];
  return (
    <div className="replay-choices">
      <Select
        label="From where"
        required
        choices={starts}
        value={choice.from}
        onChange={(from) => onChange({ ...choice, from })}
      />
      <Select
        label="On which version"
        required
        choices={versions}
        value={choice.version}
        onChange={(version) => onChange({ ...choice, version: version === 'then' ? 'then' : 'published' })}
      />
    </div>
  );
}
