// Asks before a bot stops listening to a trigger for good.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import type { Subscription } from './automation-tab.tsx';

export interface DeleteSubscriptionDialogProps {
  subscription: Subscription;
  onClose: () => void;
}

export function DeleteSubscriptionDialog({ subscription, onClose }: DeleteSubscriptionDialogProps) {
  const { id, triggerLabel, installName, flowName } = subscription;
  const remove = useChange('deleteSubscription');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Stop listening to “${triggerLabel}”?`}
      consequence={
        <>
          When {installName} fires it, “{flowName}” does not run any more. The flow and past events stay. To
          stop only for a while, switch it off.
          {remove.error === null ? null : <ProblemNote problem={problemWords(remove.error)} />}
        </>
      }
      act="Delete"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { subscriptionId: id },
          {
            onSuccess: () => {
              toast({ says: `The bot does not listen to “${triggerLabel}” any more.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
