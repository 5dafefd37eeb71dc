// Chooses to keep things for less time; says plainly that what is older then is gone.
import { useState } from 'react';
import type { KeptKind } from '@bellwire/model/retention.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { daysInWords } from './days-in-words.ts';
import type { KeptRow } from './workspace-views.ts';

type Days = Readonly<Record<KeptKind, number | null>>;

export function KeepLessDialog({ kept, onClose }: { kept: readonly KeptRow[]; onClose: () => void }) {
  const change = useChange('setRetention');
  const [days, setDays] = useState(() => ownDays(kept));
  return (
    <FormDialog
      onClose={onClose}
      title="Keep less"
      about="What is older than you choose is removed within an hour, for good. What is parked or waits stays."
      act="Save"
      busy={change.isPending}
      problem={problemElsewhere(
        change.error,
        kept.map(({ kind }) => kind),
      )}
      onSubmit={() => change.mutate(days, { onSuccess: onClose })}
    >
      {kept.map(({ kind, label, operatorDays }) => (
        <NumberField
          key={kind}
          label={label}
          unit="days"
          min={1}
          hint={`Empty: ${daysInWords(operatorDays)}.`}
          value={days[kind]}
          onChange={(value) => setDays({ ...days, [kind]: value })}
          {...problemAt(change.error, kind)}
        />
      ))}
    </FormDialog>
  );
}

function ownDays(kept: readonly KeptRow[]): Days {
  const of = (kind: KeptKind): number | null => kept.find((one) => one.kind === kind)?.ownDays ?? null;
  return { event: of('event'), unheard: of('unheard'), refused: of('refused'), message: of('message') };
}
