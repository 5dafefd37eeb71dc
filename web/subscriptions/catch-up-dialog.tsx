// Offers a subscription the events that it missed while it was off or not there.
import { useState } from 'react';
import { USUAL_PACE } from '@bellwire/model/rerun.ts';
import { PaceField } from '../reruns/pace-field.tsx';
import { Answer } from '../server-state/answer.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import type { Subscription } from './subscription.ts';

export interface CatchUpDialogProps {
  subscription: Subscription;
  onClose: () => void;
}

/** The same, where something was missed: for whoever has just switched the subscription on. */
export function CatchUpOffer({ subscription, onClose }: CatchUpDialogProps) {
  const { data } = useOperation('countMissed', { subscriptionId: subscription.id, days: USUAL_DAYS });
  return data === undefined || data.count === 0 ? null : (
    <CatchUpDialog subscription={subscription} onClose={onClose} />
  );
}

const USUAL_DAYS = 7;
const spans = [1, 7, 30, 90].map((days) => ({
  value: String(days),
  label: days === 1 ? 'The last day' : `The last ${days} days`,
}));

export function CatchUpDialog({ subscription, onClose }: CatchUpDialogProps) {
  const { id: subscriptionId, triggerLabel, flowName } = subscription;
  const [days, setDays] = useState(USUAL_DAYS);
  const [pace, setPace] = useState<number | null>(USUAL_PACE);
  const missed = useOperation('countMissed', { subscriptionId, days }, { keepPrevious: true });
  const catchUp = useChange('catchUp');
  const submit = () =>
    catchUp.mutate(
      { subscriptionId, days, perSecond: pace ?? USUAL_PACE },
      {
        onSuccess: ({ total }) => {
          toast({ says: `${total.toLocaleString()} on their way, the oldest first.` });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Catch up on “${triggerLabel}”`}
      about={`Events that nobody heard here are kept. They go through the gates now, and “${flowName}” runs for each that they let in.`}
      act="Catch up"
      onClose={onClose}
      onSubmit={submit}
      busy={catchUp.isPending}
      unready={(missed.data?.count ?? 0) === 0}
      problem={catchUp.error === null ? undefined : problemWords(catchUp.error)}
    >
      <Select
        label="How far back"
        required
        choices={spans}
        value={String(days)}
        onChange={(next) => setDays(Number(next))}
      />
      <Answer query={missed} height={60}>
        {({ count }) => <Missed count={count} pace={pace} onPace={setPace} />}
      </Answer>
    </FormDialog>
  );
}

interface MissedProps {
  count: number;
  pace: number | null;
  onPace: (pace: number | null) => void;
}

function Missed({ count, pace, onPace }: MissedProps) {
  if (count === 0) return <p>Nothing was missed in this time.</p>;
  return (
    <>
      <p>{count === 1 ? '1 event was missed.' : `${count.toLocaleString()} events were missed.`}</p>
      <PaceField value={pace} onChange={onPace} count={count} />
    </>
  );
}
