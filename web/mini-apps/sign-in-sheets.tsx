// Of a sign-in at the service: the client that the service knows the app by, and the address that people are sent to.
import { useState } from 'react';
import { authorizeSchema, type OAuth2 } from '@bellwire/model/auth.ts';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Answer } from '../server-state/answer.tsx';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { within } from '../settings-form/within.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';
import { authorizeFields } from './grant-fields.ts';
import { partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';

export function ClientSheet() {
  const { view } = useBuilder();
  const client = useOperation('getAppClient', { appId: view.id });
  return (
    <Card
      title="Your client at the service"
      about="Register the app there with this redirect address; what it gives you is kept here, apart from the app's text."
    >
      <Answer query={client}>{(data) => <ClientForm appId={view.id} client={data} />}</Answer>
    </Card>
  );
}

function ClientForm({ appId, client }: { appId: string; client: OutputOf<'getAppClient'> }) {
  const save = useChange('setAppClient');
  const [clientId, setClientId] = useState(client.clientId);
  const [secret, setSecret] = useState('');
  const submit = () =>
    save.mutate(
      { appId, clientId, ...(secret === '' ? {} : { secret }) },
      {
        onSuccess: () => {
          setSecret('');
          toast({ says: 'The client is kept.' });
        },
      },
    );
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CopyField label="Redirect address" value={client.redirectUrl} />
      <TextField label="Client ID" value={clientId} onChange={setClientId} autoComplete="off" />
      <SecretField hasSecret={client.hasSecret} value={secret} onChange={setSecret} />
      {save.error === null ? null : <ProblemNote look="box" problem={problemWords(save.error)} />}
      <div>
        <Button type="submit" busy={save.isPending}>
          Keep the client
        </Button>
      </div>
    </form>
  );
}

interface SecretFieldProps {
  hasSecret: boolean;
  value: string;
  onChange: (secret: string) => void;
}

function SecretField({ hasSecret, value, onChange }: SecretFieldProps) {
  return (
    <TextField
      label="Client secret"
      type="password"
      autoComplete="off"
      value={value}
      onChange={onChange}
      hint={
        hasSecret
          ? 'One is kept. Left empty, it stays as it is.'
          : 'Sealed when stored, never shown again. Some services give none.'
      }
    />
  );
}

interface AuthorizeSheetProps {
  authorize: OAuth2['authorize'];
  onChange: (authorize: OAuth2['authorize']) => void;
}

export function AuthorizeSheet({ authorize, onChange }: AuthorizeSheetProps) {
  const { app, complaints, change } = useBuilder();
  return (
    <Card title="Sign-in" about="Where an installer is sent to, to allow the app what it asks for.">
      <ShapedForm
        fields={authorizeFields}
        schema={authorizeSchema}
        value={authorize}
        onChange={onChange}
        surroundings={partSurroundings(app, change)}
        complaints={within(complaints, ['auth', 'authorize'])}
        toForm={toForm}
        fromForm={fromForm}
      />
    </Card>
  );
}

function toForm({ scopes, ...others }: JsonObject): JsonObject {
  return { ...others, scopes: Array.isArray(scopes) ? scopes.map((scope) => ({ scope })) : [] };
}

function fromForm({ scopes, ...others }: JsonObject): JsonObject {
  if (!Array.isArray(scopes)) return others;
  return { ...others, scopes: scopes.map((entry) => (isJsonObject(entry) ? (entry.scope ?? '') : '')) };
}
