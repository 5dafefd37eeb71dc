// Second step: a name for the install, and what the app needs to reach its service.
import type { Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemAt, problemElsewhere, type Told } from '../server-state/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { InputForm } from './input-form.tsx';
import { Working } from './step-row.tsx';

export interface ConnectStepProps {
  inputs: readonly Input[];
  name: string;
  onName: (name: string) => void;
  auth: JsonObject;
  onAuth: (auth: JsonObject) => void;
  /** Their paths begin at the auth values. */
  complaints: readonly Told[];
  error: ProblemError | null;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}

export function ConnectStep(props: ConnectStepProps) {
  const { inputs, name, onName, auth, onAuth, complaints, error, busy, onBack, onSubmit } = props;
  const problem = problemElsewhere(error, ['auth', 'name']);
  return (
    <Card title="Connect it">
      <form
        className="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <TextField
          label="Name of this install"
          required
          value={name}
          onChange={onName}
          maxLength={100}
          hint="Tells it apart, should you install the app more than once."
          {...problemAt(error, 'name')}
        />
        <InputForm inputs={inputs} values={auth} onChange={onAuth} complaints={complaints} />
        {busy ? <Working says="Trying the connection, and telling the app of the install …" /> : null}
        <div className="install-acts">
          <Button onClick={onBack} disabled={busy}>
            Back
          </Button>
          <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ''}>
            Install
          </Button>
        </div>
      </form>
    </Card>
  );
}
