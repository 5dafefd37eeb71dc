// Auth: what an installer gives or where they sign in, what the service grants for it, and the request that tries it.
import { Plus } from 'lucide-react';
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import type { Auth } from '@bellwire/model/auth.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { withPlaces } from './auth-places.ts';
import { useBuilder } from './builder.ts';
import { FormPreview } from './form-preview.tsx';
import { GrantSheets } from './grant-sheets.tsx';
import { authInputFields } from './input-fields.ts';
import { InputsEditor } from './inputs-editor.tsx';
import { beginAuth, beginGrant, newAuthInput } from './new-auth.ts';
import { partSurroundings } from './part-surroundings.ts';
import { RequestEditor } from './request-editor.tsx';
import { AuthorizeSheet, ClientSheet } from './sign-in-sheets.tsx';

type Connected = Exclude<Auth, { is: 'none' }>;

const kinds = [
  { value: 'none', label: 'It needs nothing' },
  { value: 'inputs', label: 'With what the installer gives', about: 'An API key, an account number …' },
  { value: 'oauth2', label: 'By a sign-in at the service', about: 'OAuth 2, with refresh' },
] as const;

export function AuthSection() {
  const { app, change } = useBuilder();
  const { auth } = app;
  const set = (next: Auth) => change([{ is: 'set-auth', auth: next }]);
  const setKind = (chosen: string) => {
    const kind = kinds.find(({ value }) => value === chosen);
    if (kind !== undefined && kind.value !== auth.is) change(beginAuth(app, kind.value));
  };
  return (
    <div className="builder-split">
      <div className="builder-sheets">
        <Card>
          <Select
            label="How an install reaches the service"
            required
            value={auth.is}
            onChange={setKind}
            choices={kinds}
          />
        </Card>
        {auth.is === 'none' ? null : <AuthSheets auth={auth} onChange={set} />}
      </div>
      {auth.is === 'none' ? null : (
        <FormPreview title="As an installer sees it" inputs={auth.inputs} isAuth />
      )}
    </div>
  );
}

interface AuthSheetsProps {
  auth: Connected;
  onChange: (auth: Auth) => void;
}

function AuthSheets(props: AuthSheetsProps) {
  const { auth, onChange } = props;
  return (
    <>
      {auth.is === 'oauth2' ? (
        <>
          <ClientSheet />
          <AuthorizeSheet
            authorize={auth.authorize}
            onChange={(authorize) => onChange({ ...auth, authorize })}
          />
        </>
      ) : null}
      <Card
        title="Inputs"
        about={
          auth.is === 'oauth2'
            ? 'Asked before the sign-in, where the service needs it: the name of a shop, a region. Read as {{auth.name}}.'
            : 'Read them in requests as {{auth.name}}.'
        }
      >
        <AuthInputs {...props} />
      </Card>
      {auth.is === 'oauth2' ? (
        <GrantSheets
          title="Exchange"
          about="Turns the code of the sign-in into tokens."
          grant={auth.grant}
          onChange={(grant) => onChange({ ...auth, grant })}
        />
      ) : (
        <AuthRequest auth={auth} onChange={onChange} />
      )}
      <Card title="Connection test">
        <ConnectionTest {...props} />
      </Card>
    </>
  );
}

function AuthRequest({ auth, onChange }: AuthSheetsProps & { auth: Extract<Auth, { is: 'inputs' }> }) {
  const { app, change } = useBuilder();
  const { grant, ...others } = auth;
  const begin = () => {
    const begun = beginGrant(app);
    change([...begun.fields, { is: 'set-auth', auth: { ...auth, grant: begun.grant } }]);
  };
  return (
    <>
      <Card title="Auth request">
        <Switch
          label="Turn the inputs into other values"
          about="A user name and a password, for example, into a token that holds for some hours. It is renewed by itself."
          checked={grant !== undefined}
          onChange={(on) => (on ? begin() : onChange(others))}
        />
      </Card>
      {grant === undefined ? null : (
        <GrantSheets
          title="The request"
          about="Sent when the app is installed, and again when what it brought has expired."
          grant={grant}
          onChange={(next) => onChange({ ...auth, grant: next })}
        />
      )}
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
          onClick={() => add(newAuthInput(auth.inputs.map(({ name }) => name)))}
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
        label="Try the connection before it is kept"
        about="An answer other than 2xx says that something is wrong, and is shown to the installer."
        checked={auth.test !== undefined}
        onChange={(on) => onChange(withTest(auth, on ? newTest(auth) : undefined))}
      />
      {auth.test === undefined ? null : (
        <RequestEditor
          value={auth.test}
          onChange={(test) => onChange(withTest(auth, test))}
          surroundings={withPlaces(partSurroundings(app, change), [])}
          complaints={within(complaints, ['auth', 'test'])}
        />
      )}
    </div>
  );
}

/** It carries what the service granted, or else the first secret that is asked for. */
function newTest({ inputs, grant }: Connected): OutgoingRequest {
  const field = grant?.mappings[0]?.field;
  const input = inputs.find(({ secret }) => secret === true)?.name ?? 'api_key';
  return outgoingRequestSchema.parse({
    url: 'https://api.example.com/account',
    auth: 'bearer',
    token: field === undefined ? `{{auth.${input}}}` : `{{app.${field}}}`,
  });
}

function withTest({ test: _before, ...auth }: Connected, test: OutgoingRequest | undefined): Auth {
  return test === undefined ? auth : { ...auth, test };
}
