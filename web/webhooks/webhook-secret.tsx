// Sets the secret that calls at a webhook are signed with: one that the service gave, or a new one of ours.
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface WebhookSecretDialogProps {
  addressId: string;
  /** Whether one is set already, that could hold beside the new one. */
  hasSecret: boolean;
  onClose: () => void;
}

export function WebhookSecretDialog({ addressId, hasSecret, onClose }: WebhookSecretDialogProps) {
  const set = useChange('setWebhookSecret');
  const [secret, setSecret] = useState('');
  const [keepOld, setKeepOld] = useState(hasSecret);
  const made = set.data?.secret;
  if (typeof made === 'string') return <MadeSecret secret={made} onClose={onClose} />;
  const save = (value: string | null) =>
    set.mutate(
      { addressId, secret: value, keepOld: hasSecret && keepOld },
      { onSuccess: (answer) => (answer.secret === null ? onClose() : undefined) },
    );
  return (
    <FormDialog
      title="Secret of the webhook"
      about="Copy it from the service, or have one made and give it to the service."
      size="small"
      onClose={onClose}
      act="Keep it"
      onSubmit={() => save(secret)}
      busy={set.isPending}
      unready={secret.trim() === ''}
      problem={set.error === null ? undefined : problemWords(set.error)}
      moreActs={
        <Button look="quiet" onClick={() => save(null)}>
          Make one
        </Button>
      }
    >
      <TextField label="Secret" required mono value={secret} onChange={setSecret} placeholder="whsec_…" />
      {hasSecret ? (
        <Checkbox
          label="The one before holds as well, until the secret is set again"
          checked={keepOld}
          onChange={setKeepOld}
        />
      ) : null}
    </FormDialog>
  );
}

function MadeSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="The new secret"
      footer={
        <Button look="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <CopyField
        label="Secret of the webhook"
        value={secret}
        secret
        hint="Shown this once. Give it to the service."
      />
    </Dialog>
  );
}
