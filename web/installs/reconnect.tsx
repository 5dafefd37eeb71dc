// Gives an install new auth values: when its service refuses those it has, or when they have changed.
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { useOAuth } from './use-oauth.ts';

type Install = OutputOf<'getInstall'>;

export function Reconnect({ install, look = 'plain' }: { install: Install; look?: 'plain' | 'primary' }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        Reconnect
      </Button>
      {open ? <ReconnectDialog install={install} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReconnectDialog({ install, onClose }: { install: Install; onClose: () => void }) {
  const connection = useOperation('getConnection', { installId: install.id });
  if (connection.data !== undefined)
    return <ReconnectForm install={install} connection={connection.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} size="small" title={`Reconnect ${install.name}`}>
      {connection.error === null ? (
        <Skeleton width="100%" />
      ) : (
        <QueryProblem error={connection.error} refetch={connection.refetch} />
      )}
    </Dialog>
  );
}

interface ReconnectFormProps {
  install: Install;
  connection: OutputOf<'getConnection'>;
  onClose: () => void;
}

function ReconnectForm({ install, connection, onClose }: ReconnectFormProps) {
  const { inputs, values, signsIn } = connection;
  const [auth, setAuth] = useState<JsonObject>(values);
  const { submit, error, busy } = useReconnect(install, connection, onClose);
  const isEmpty = inputs.length === 0 && !signsIn;
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`Reconnect ${install.name}`}
      about={sayForm(install, connection)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={busy} disabled={isEmpty} onClick={() => submit(auth)}>
            {signsIn ? 'Sign in again' : 'Reconnect'}
          </Button>
        </>
      }
    >
      <ConnectionForm
        inputs={inputs.map((input) => (input.secret === true ? { ...input, required: false } : input))}
        form={{ is: 'install', installId: install.id }}
        auth={auth}
        onAuth={setAuth}
        error={error}
        onSubmit={() => submit(auth)}
      >
        <p className="install-note">
          What was parked meanwhile is run under <Link to="/events/parked">Events, Parked</Link>.
        </p>
      </ConnectionForm>
    </Dialog>
  );
}

function sayForm({ appLabel }: Install, { inputs, signsIn }: OutputOf<'getConnection'>): string {
  if (signsIn) return `You sign in at the service of ${appLabel} again, which sends you back here.`;
  if (inputs.length === 0) return `${appLabel} asks for nothing: there is no value that could be wrong.`;
  return 'The values are tried before they are kept. A secret that you leave empty stays as it is.';
}

/** By the values given, or by a sign-in that leads away and back. */
function useReconnect(install: Install, { signsIn }: OutputOf<'getConnection'>, onDone: () => void) {
  const reconnect = useChange('reconnectInstall');
  const signIn = useOAuth();
  const done = () => {
    toast({ says: `${install.name} is connected. What was parked can be run now.` });
    onDone();
  };
  return {
    error: reconnect.error ?? signIn.error,
    busy: reconnect.isPending || signIn.isPending || signIn.isSuccess,
    submit: (auth: JsonObject) =>
      signsIn
        ? signIn.begin({ appId: install.appId, installId: install.id, auth })
        : reconnect.mutate({ installId: install.id, auth }, { onSuccess: done }),
  };
}
