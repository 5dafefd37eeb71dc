// Asks how fast all of a lot shall run, and runs it.
import { useState } from 'react';
import { USUAL_PACE } from '@bellwire/model/rerun.ts';
import { PaceField } from '../reruns/pace-field.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { lotKey, type Lot } from './lot.ts';

export function RunLotDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const [pace, setPace] = useState<number | null>(USUAL_PACE);
  const run = useChange('runParkedLot');
  const submit = () =>
    run.mutate(
      { ...lotKey(lot), perSecond: pace ?? USUAL_PACE },
      {
        onSuccess: ({ total }) => {
          toast({ says: `${total.toLocaleString()} on their way, the oldest first.` });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      size="small"
      title={`Run ${lot.count === 1 ? 'the parked event' : `${lot.count.toLocaleString()} parked events`}?`}
      about="Each goes through its gates again. What still cannot run stays parked. You can pause it, and it goes on after a restart."
      act="Run"
      onClose={onClose}
      onSubmit={submit}
      busy={run.isPending}
      problem={run.error === null ? undefined : problemWords(run.error)}
    >
      <PaceField value={pace} onChange={setPace} count={lot.count} />
    </FormDialog>
  );
}
