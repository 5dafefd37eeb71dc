// Makes or changes a subscription: which trigger, only when, which items are kept where, which flow runs.
import { useState } from 'react';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Subscription } from './automation-tab.tsx';
import { draftFor, type SubscriptionDraft } from './subscription-draft.ts';
import { SubscriptionForm } from './subscription-form.tsx';
import { TriggerPicker } from './trigger-picker.tsx';
import { useSaveSubscription } from './use-save-subscription.ts';

export interface SubscriptionDialogProps {
  botId: string;
  /** Left away for a new one. */
  subscription?: Subscription;
  onClose: () => void;
}

export function SubscriptionDialog({ botId, subscription, onClose }: SubscriptionDialogProps) {
  const [draft, setDraft] = useState<SubscriptionDraft | undefined>(
    subscription && { ...subscription, newFlowName: '' },
  );
  const installs = useOperation('listInstalls', {});
  const userFields = useOperation('listUserFields', { botId });
  const save = useSaveSubscription(botId, subscription?.id);
  const install = installs.data?.rows.find(({ id }) => id === draft?.installId);
  const trigger = install?.triggers.find(({ name }) => name === draft?.trigger);
  const failed = installs.error === null ? userFields : installs;
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={subscription === undefined ? 'New trigger' : subscription.triggerLabel}
      about={
        subscription === undefined
          ? 'When the app fires it, a flow of this bot runs for the contact it happened to.'
          : `Fired by ${subscription.installName}`
      }
      footer={
        draft === undefined ? (
          <Button onClick={onClose}>Cancel</Button>
        ) : (
          <>
            {subscription === undefined ? (
              <Button look="quiet" onClick={() => setDraft(undefined)}>
                Back
              </Button>
            ) : null}
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              busy={save.isPending}
              disabled={draft.flowId === null && draft.newFlowName.trim() === ''}
              onClick={() => save.mutate(draft, onClose)}
            >
              {subscription === undefined ? 'Start listening' : 'Save'}
            </Button>
          </>
        )
      }
    >
      {installs.data === undefined || userFields.data === undefined ? (
        failed.error === null ? (
          <Skeleton height={200} />
        ) : (
          <QueryProblem {...failed} error={failed.error} />
        )
      ) : draft === undefined ? (
        <TriggerPicker
          installs={installs.data.rows}
          onPick={(picked, of) => setDraft(draftFor(of, picked, userFields.data.rows))}
        />
      ) : (
        <SubscriptionForm
          botId={botId}
          draft={draft}
          onChange={setDraft}
          trigger={trigger}
          install={install}
          userFields={userFields.data.rows}
          error={save.error}
        />
      )}
    </Dialog>
  );
}
