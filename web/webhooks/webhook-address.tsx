// The address of a webhook with its secret, and the acts that replace them.
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import { WebhookSecretDialog } from './webhook-secret.tsx';
import './webhooks.css';

export interface ShownAddress {
  readonly id: string;
  readonly label: string;
  readonly address: string;
  readonly secretFrom: 'here' | 'auth' | null;
  readonly secrets: number;
}

export function WebhookAddress({ webhook }: { webhook: ShownAddress }) {
  const { id, label, address, secretFrom, secrets } = webhook;
  const [asking, setAsking] = useState<'secret' | 'address'>();
  const close = () => setAsking(undefined);
  return (
    <div className="webhook-address">
      <CopyField label={`Address of ${label}`} value={address} hint={secretWords(webhook)} />
      {secretFrom === 'here' && secrets === 0 ? (
        <ProblemNote problem={{ says: 'Every call is refused until its secret is set.', level: 'warning' }} />
      ) : null}
      <div className="webhook-address-acts">
        {secretFrom === 'here' ? (
          <Button size="small" look={secrets === 0 ? 'primary' : 'plain'} onClick={() => setAsking('secret')}>
            {secrets === 0 ? 'Set the secret' : 'Change the secret'}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={() => setAsking('address')}>
          New address
        </Button>
      </div>
      {asking === 'secret' ? (
        <WebhookSecretDialog addressId={id} hasSecret={secrets > 0} onClose={close} />
      ) : null}
      {asking === 'address' ? <ReplaceDialog addressId={id} onClose={close} /> : null}
    </div>
  );
}

function secretWords({ secretFrom, secrets }: ShownAddress): string {
  if (secretFrom === null) return 'Whoever has the address can call it.';
  if (secretFrom === 'auth') return 'Signed with a value of the connection.';
  return secrets === 2 ? 'Signed: two secrets hold.' : 'Signed with a secret.';
}

const overlaps = [
  { value: '0', label: 'At once' },
  { value: '60', label: 'In an hour' },
  { value: '1440', label: 'In a day' },
  { value: '10080', label: 'In a week' },
] as const;

function ReplaceDialog({ addressId, onClose }: { addressId: string; onClose: () => void }) {
  const replace = useChange('replaceWebhookAddress');
  const [overlap, setOverlap] = useState('1440');
  return (
    <FormDialog
      title="Make a new address"
      about="The service has to be given the new one."
      size="small"
      onClose={onClose}
      act="Make it"
      busy={replace.isPending}
      problem={replace.error === null ? undefined : problemWords(replace.error)}
      onSubmit={() =>
        replace.mutate(
          { addressId, overlapMinutes: Number(overlap) },
          {
            onSuccess: () => {
              toast({ says: 'The webhook has a new address.' });
              onClose();
            },
          },
        )
      }
    >
      <Select
        label="The old address ends"
        required
        value={overlap}
        choices={overlaps}
        onChange={setOverlap}
        hint="Time enough to give the new one to the service."
      />
    </FormDialog>
  );
}
