// The form by which an app is connected: what its auth asks for, with the problems beside it. Of the wizard and of reconnecting.
import type { ReactNode } from 'react';
import type { Input } from '@bellwire/model/input.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemElsewhere, type Told } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { InputForm } from './input-form.tsx';
import type { OptionsPlace } from './option-select.tsx';

export interface ConnectionFormProps {
  inputs: readonly Input[];
  /** Where its selects read their options. */
  form: OptionsPlace['form'];
  auth: JsonObject;
  onAuth: (auth: JsonObject) => void;
  /** Found before anything was sent; their paths begin at the auth values. */
  faults?: readonly Told[];
  error: ProblemError | null;
  /** What else of the error is told beside its field. */
  told?: readonly string[];
  before?: ReactNode;
  children: ReactNode;
  onSubmit: () => void;
}

export function ConnectionForm(props: ConnectionFormProps) {
  const { inputs, form, auth, onAuth, faults = [], error, told = [], before, children, onSubmit } = props;
  const problem = problemElsewhere(error, ['auth', ...told]);
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
      {before}
      <InputForm
        inputs={inputs}
        values={auth}
        onChange={onAuth}
        options={{ form, isAuth: true }}
        complaints={[...faults, ...within(error?.complaints ?? [], ['auth'])]}
      />
      {children}
    </form>
  );
}
