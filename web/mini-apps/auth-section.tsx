// Auth: what an installer gives, and the request that tries it.
import { Plus } from 'lucide-react';
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import type { Input } from '@bellwire/model/input.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { Auth } from '@bellwire/model/auth.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useBuilder } from './builder.ts';
import { FormPreview } from './form-preview.tsx';
import { authInputFields } from './input-fields.ts';
import { InputsEditor } from './inputs-editor.tsx';
import { partSurroundings } from './part-surroundings.ts';

import { ShapedForm } from './shaped-form.tsx';

type WithInputs = Extract<Auth, { is: 'inputs' }>;

function authInput(taken: readonly string[]): Input {
  return { name: nameFrom('API key', taken), title: 'API key', type: 'string', required: true, secret: true };
}

export function AuthSection() {
  const { app, change } = useBuilder();
  const { auth } = app;
  const set = (next: Auth) => change([{ is: 'set-auth', auth: next }]);
  const setKind = (is: string) => set(is === 'none' ? { is } : { is: 'inputs', inputs: [authInput([])] });
  return (
    <div className="builder-split">
      <div className="builder-sheets">
        <Card>
          <Select
            label="How an install reaches the service"
            required
            value={auth.is}
            onChange={(is) => (is === auth.is ? undefined : setKind(is))}
            choices={[
              { value: 'none', label: 'It needs nothing' },
              {
                value: 'inputs',
                label: 'With what the installer gives',
                about: 'An API key, an account number …',
              },
            ]}
          />
        </Card>
        {auth.is === 'inputs' ? <AuthSheets auth={auth} onChange={set} /> : null}
      </div>
      {auth.is === 'inputs' ? <FormPreview title="As an installer sees it" inputs={auth.inputs} /> : null}
    </div>
  );
}

interface AuthSheetsProps {
  auth: WithInputs;
  onChange: (auth: Auth) => void;
}

function AuthSheets(props: AuthSheetsProps) {
  return (
    <>
      <Card title="Inputs" about="Read them in requests as {{auth.name}}.">
        <AuthInputs {...props} />
      </Card>
      <Card title="Connection test">
        <ConnectionTest {...props} />
      </Card>
    </>
  );
}

function AuthInputs({ auth, onChange }: AuthSheetsProps) {
  const { app, complaints, change } = useBuilder();
  return (
    <InputsEditor
      inputs={auth.inputs}
      fields={authInputFields}
      adder={(add) => (
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => add(authInput(auth.inputs.map(({ name }) => name)))}
        >
          Add input
        </Button>
      )}
      onChange={(inputs) => onChange({ ...auth, inputs })}
      surroundings={partSurroundings(app, change)}
      complaints={within(complaints, ['auth', 'inputs'])}
    />
  );
}

function ConnectionTest({ auth, onChange }: AuthSheetsProps) {
  const { app, complaints, change } = useBuilder();
  return (
    <div className="builder-form">
      <Switch
        label="Try the inputs when the app is installed"
        about="An answer other than 2xx says that they are wrong."
        checked={auth.test !== undefined}
        onChange={(on) => onChange(withTest(auth, on ? NEW_TEST : undefined))}
      />
      {auth.test === undefined ? null : (
        <ShapedForm
          fields={requestFields}
          schema={outgoingRequestSchema}
          value={auth.test}
          onChange={(test) => onChange(withTest(auth, test))}
          surroundings={partSurroundings(app, change)}
          complaints={within(complaints, ['auth', 'test'])}
        />
      )}
    </div>
  );
}

const NEW_TEST: OutgoingRequest = outgoingRequestSchema.parse({
  url: 'https://api.example.com/account',
  auth: 'bearer',
  token: '{{auth.api_key}}',
});

function withTest({ test: _before, ...auth }: WithInputs, test: OutgoingRequest | undefined): Auth {
  return test === undefined ? auth : { ...auth, test };
}
