// Gives an install new auth values: when its service refuses those it has, or when they have changed.
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.tsx';
import { InputForm } from './input-form.tsx';

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

function ReconnectForm({ install, connection: { inputs, values }, onClose }: ReconnectFormProps) {
  const reconnect = useChange('reconnectInstall');
  const [auth, setAuth] = useState<JsonObject>(values);
  const isEmpty = inputs.length === 0;
  const done = () => {
    toast({ says: `${install.name} is connected. What was parked can be run now.` });
    onClose();
  };
  const submit = () => reconnect.mutate({ installId: install.id, auth }, { onSuccess: done });
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`Reconnect ${install.name}`}
      about={
        isEmpty
          ? `${install.appLabel} asks for nothing: there is no value that could be wrong.`
          : 'The values are tried before they are kept. A secret that you leave empty stays as it is.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={reconnect.isPending} disabled={isEmpty} onClick={submit}>
            Reconnect
          </Button>
        </>
      }
    >
      <AuthForm inputs={inputs} auth={auth} onAuth={setAuth} error={reconnect.error} onSubmit={submit} />
    </Dialog>
  );
}

interface AuthFormProps {
  inputs: readonly Input[];
  auth: JsonObject;
  onAuth: (auth: JsonObject) => void;
  error: ProblemError | null;
  onSubmit: () => void;
}

function AuthForm({ inputs, auth, onAuth, error, onSubmit }: AuthFormProps) {
  const problem = problemElsewhere(error, ['auth']);
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
      <InputForm
        inputs={inputs.map((input) => (input.secret === true ? { ...input, required: false } : input))}
        values={auth}
        onChange={onAuth}
        complaints={within(error?.complaints ?? [], ['auth'])}
      />
      <p className="install-note">
        What was parked meanwhile is run under <Link to="/events/parked">Events, Parked</Link>.
      </p>
    </form>
  );
}
