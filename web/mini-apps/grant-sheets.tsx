// What the service grants: the request for it, what is kept of the answer, how long it holds, and how it is renewed.
import { grantSchema, type Grant } from '@bellwire/model/grant.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Switch } from '../ui/switch.tsx';
import { grantPlaces, withPlaces } from './auth-places.ts';
import { useBuilder } from './builder.ts';
import { expiryFields } from './grant-fields.ts';
import { MappingsTable } from './mappings-table.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { RequestEditor } from './request-editor.tsx';
import { ShapedForm } from './shaped-form.tsx';

export interface GrantSheetsProps {
  grant: Grant;
  onChange: (grant: Grant) => void;
  /** What the request is called here: "Exchange", "Auth request". */
  title: string;
  about: string;
}

export function GrantSheets({ grant, onChange, title, about }: GrantSheetsProps) {
  const { complaints } = useBuilder();
  const [missing] = within(complaints, ['auth', 'grant', 'mappings']).filter(({ path }) => path.length === 0);
  return (
    <>
      <Card title={title} about={about}>
        <GrantRequest
          which="request"
          request={grant.request}
          onChange={(request) => onChange({ ...grant, request })}
        />
      </Card>
      <Card
        title="What is kept"
        about="Values of the answer go into app fields, which requests read as {{app.name}}."
      >
        {missing === undefined ? null : <ProblemNote look="box" problem={missing} />}
        <MappingsTable
          mappings={grant.mappings}
          sample={undefined}
          onChange={(mappings) => onChange({ ...grant, mappings })}
          complaints={within(complaints, ['auth', 'grant', 'mappings'])}
        />
        <Expiry {...{ grant, onChange }} />
      </Card>
      <Card title="Refresh">
        <Refresh {...{ grant, onChange }} />
      </Card>
    </>
  );
}

function Expiry({ grant, onChange }: Pick<GrantSheetsProps, 'grant' | 'onChange'>) {
  const { app, complaints, change } = useBuilder();
  return (
    <ShapedForm
      fields={expiryFields}
      schema={grantSchema.shape.expires.unwrap()}
      value={grant.expires}
      onChange={(expires) => onChange({ ...grant, expires })}
      surroundings={partSurroundings(app, change)}
      complaints={within(complaints, ['auth', 'grant', 'expires'])}
      fromForm={expiryFromForm}
    />
  );
}

/** What belongs to another choice is left behind. */
function expiryFromForm({
  is = 'never',
  seconds = 3600,
  path = '$.expires_in',
  as = 'seconds',
}: JsonObject): JsonObject {
  if (is === 'after') return { is, seconds };
  return is === 'in-answer' ? { is, path, as } : { is };
}

function Refresh({ grant, onChange }: Pick<GrantSheetsProps, 'grant' | 'onChange'>) {
  const { refresh, ...others } = grant;
  return (
    <div className="builder-form">
      <Switch
        label="Renew it by a request of its own"
        about="Sent shortly before it expires, and after a 401. It reads the values of before, such as {{app.refresh_token}}."
        checked={refresh !== undefined}
        onChange={(on) => onChange(on ? { ...others, refresh: grant.request } : others)}
      />
      {refresh === undefined ? null : (
        <GrantRequest
          which="refresh"
          request={refresh}
          onChange={(next) => onChange({ ...grant, refresh: next })}
        />
      )}
    </div>
  );
}

interface GrantRequestProps {
  which: 'request' | 'refresh';
  request: OutgoingRequest;
  onChange: (request: OutgoingRequest) => void;
}

function GrantRequest({ which, request, onChange }: GrantRequestProps) {
  const { app, complaints, change } = useBuilder();
  const own = within(complaints, ['auth', 'grant', which]);
  const [whole] = own.filter(({ path }) => path.length === 0);
  return (
    <>
      {whole === undefined ? null : <ProblemNote look="box" problem={whole} />}
      <RequestEditor
        value={request}
        onChange={onChange}
        surroundings={withPlaces(partSurroundings(app, change), grantPlaces(app, which))}
        complaints={own}
      />
    </>
  );
}
