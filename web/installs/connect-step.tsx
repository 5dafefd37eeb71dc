// Second step: a name for the install, and what the app needs to reach its service.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { problemAt } from '../server-state/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ConnectionForm, type ConnectionFormProps } from './connection-form.tsx';
import { Working } from './step-row.tsx';

export interface ConnectStepProps extends Pick<
  ConnectionFormProps,
  'auth' | 'onAuth' | 'faults' | 'error' | 'onSubmit'
> {
  listing: OutputOf<'getListing'>;
  name: string;
  onName: (name: string) => void;
  busy: boolean;
  onBack: () => void;
}

export function ConnectStep({ listing, name, onName, busy, onBack, ...form }: ConnectStepProps) {
  const { appId, label, authInputs, signsIn } = listing;
  return (
    <Card
      title="Connect it"
      {...(signsIn
        ? { about: `You sign in at the service of ${label}, which sends you back here to be done.` }
        : {})}
    >
      <ConnectionForm
        {...form}
        inputs={authInputs}
        form={{ is: 'listing', appId }}
        told={['name']}
        before={
          <TextField
            label="Name of this install"
            required
            value={name}
            onChange={onName}
            maxLength={100}
            hint="Tells it apart, should you install the app more than once."
            {...problemAt(form.error, 'name')}
          />
        }
      >
        <Acts {...{ signsIn, busy, onBack }} hasName={name.trim() !== ''} />
      </ConnectionForm>
    </Card>
  );
}

interface ActsProps extends Pick<ConnectStepProps, 'busy' | 'onBack'> {
  signsIn: boolean;
  hasName: boolean;
}

function Acts({ signsIn, hasName, busy, onBack }: ActsProps) {
  const now = signsIn ? 'Going there …' : 'Trying the connection, and telling the app of the install …';
  return (
    <>
      {busy ? <Working says={now} /> : null}
      <div className="install-acts">
        <Button onClick={onBack} disabled={busy}>
          Back
        </Button>
        <Button type="submit" look="primary" busy={busy} disabled={!hasName}>
          {signsIn ? 'Sign in and install' : 'Install'}
        </Button>
      </div>
    </>
  );
}
