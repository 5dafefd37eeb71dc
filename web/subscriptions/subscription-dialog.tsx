// Makes or changes a subscription: first which trigger, then when, where its items are kept, and which flow runs.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Answer } from '../server-state/answer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { draftFor, type SubscriptionDraft } from './subscription-draft.ts';
import { SubscriptionForm } from './subscription-form.tsx';
import type { Subscription } from './subscription.ts';
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
  const save = useSaveSubscription(botId, subscription?.id);
  const about =
    subscription === undefined
      ? 'When the app fires it, a flow of this bot runs for the contact it happened to.'
      : `Fired by ${subscription.installName}`;
  if (draft === undefined) return <ChooseTrigger {...{ botId, about, onClose }} onChosen={setDraft} />;
  return (
    <FormDialog
      size="wide"
      title={subscription?.triggerLabel ?? 'New trigger'}
      about={about}
      act={subscription === undefined ? 'Start listening' : 'Save'}
      moreActs={subscription === undefined ? <BackButton onBack={() => setDraft(undefined)} /> : null}
      busy={save.isPending}
      unready={draft.flowId === null && draft.newFlowName.trim() === ''}
      problem={problemElsewhere(save.error, ['filter', 'mappings'])}
      onSubmit={() => save.mutate(draft, onClose)}
      onClose={onClose}
    >
      <SubscriptionForm botId={botId} draft={draft} onChange={setDraft} error={save.error} />
    </FormDialog>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Button look="quiet" onClick={onBack}>
      Back
    </Button>
  );
}

interface ChooseTriggerProps {
  botId: string;
  about: string;
  onChosen: (draft: SubscriptionDraft) => void;
  onClose: () => void;
}

function ChooseTrigger({ botId, about, onChosen, onClose }: ChooseTriggerProps) {
  const installs = useOperation('listInstalls', {});
  const userFields = useOperation('listUserFields', { botId });
  return (
    <Dialog
      open
      size="wide"
      title="New trigger"
      about={about}
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <Answer query={installs} height={200}>
        {({ rows }) => (
          <TriggerPicker
            installs={rows}
            onPick={(trigger, install) => onChosen(draftFor(install, trigger, userFields.data?.rows ?? []))}
          />
        )}
      </Answer>
    </Dialog>
  );
}
