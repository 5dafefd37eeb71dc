// Lowers the limits that a workspace may lower; an empty field takes the operator's.
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import type { LimitRow } from './workspace-views.ts';

export function LowerLimitsDialog({ limits, onClose }: { limits: readonly LimitRow[]; onClose: () => void }) {
  const change = useChange('setLimits');
  const rate = limits.find(({ name }) => name === 'workspace-rate');
  const waiting = limits.find(({ name }) => name === 'waiting');
  const [firesPerSecond, setFires] = useState(ownLimit(rate));
  const [mostWaiting, setWaiting] = useState(ownLimit(waiting));
  return (
    <FormDialog
      onClose={onClose}
      title="Lower limits"
      about="They hold within seconds. What is refused gets 429 and the time to wait."
      act="Save"
      busy={change.isPending}
      problem={problemElsewhere(change.error, ['firesPerSecond', 'mostWaiting'])}
      onSubmit={() => change.mutate({ firesPerSecond, mostWaiting }, { onSuccess: onClose })}
    >
      <NumberField
        label="Events of all apps together"
        unit="a second"
        min={1}
        hint={`Empty for the operator's ${rate?.operatorLimit.toLocaleString('en') ?? 'limit'}.`}
        value={firesPerSecond}
        onChange={setFires}
        {...problemAt(change.error, 'firesPerSecond')}
      />
      <NumberField
        label="Events that may wait"
        min={1}
        hint={`Empty for the operator's ${waiting?.operatorLimit.toLocaleString('en') ?? 'limit'}.`}
        value={mostWaiting}
        onChange={setWaiting}
        {...problemAt(change.error, 'mostWaiting')}
      />
    </FormDialog>
  );
}

function ownLimit(row: LimitRow | undefined): number | null {
  return row === undefined || row.limit === row.operatorLimit ? null : row.limit;
}
