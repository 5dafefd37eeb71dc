// Points a subscription whose app was uninstalled to another install of it: what is parked of the old one then runs through that.
import { useState } from 'react';
import { Answer } from '../server-state/answer.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import type { Subscription } from './subscription.ts';

export interface PointDialogProps {
  subscription: Subscription;
  onClose: () => void;
}

export function PointDialog({ subscription, onClose }: PointDialogProps) {
  const { id: subscriptionId, triggerLabel, appLabel } = subscription;
  const [chosen, setChosen] = useState<string>();
  const installs = useOperation('listInstalls');
  const live =
    installs.data?.rows.filter((row) => row.appLabel === appLabel && row.state !== 'uninstalled') ?? [];
  const installId = chosen ?? live[0]?.id;
  const point = useChange('updateSubscription');
  const submit = () =>
    point.mutate(
      { subscriptionId, installId },
      {
        onSuccess: ({ installName }) => {
          toast({
            says: `“${triggerLabel}” listens to ${installName} now. Events, Parked runs what has waited.`,
          });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      size="small"
      title="Point to another install"
      about={`The install that “${triggerLabel}” listens to is gone. What is parked of it runs through the one you choose.`}
      act="Point"
      onClose={onClose}
      onSubmit={submit}
      busy={point.isPending}
      unready={installId === undefined}
      problem={point.error === null ? undefined : problemWords(point.error)}
    >
      <Answer query={installs} height={60}>
        {() => <Installs live={live} value={installId} onChange={setChosen} appLabel={appLabel} />}
      </Answer>
    </FormDialog>
  );
}

interface InstallsProps {
  live: readonly { readonly id: string; readonly name: string }[];
  value: string | undefined;
  onChange: (id: string) => void;
  appLabel: string;
}

function Installs({ live, value, onChange, appLabel }: InstallsProps) {
  if (live.length === 0)
    return (
      <>
        <p>{appLabel} is not installed any more. Install it again first.</p>
        <ButtonLink to="/store">Open the store</ButtonLink>
      </>
    );
  const choices = live.map(({ id, name }) => ({ value: id, label: name }));
  return <Select label="Install" required choices={choices} value={value ?? null} onChange={onChange} />;
}
