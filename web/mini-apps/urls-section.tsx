// One-time URLs: the list, and the page of one: what comes in, where it goes, what the visitor sees, what runs.
import { Link2 } from 'lucide-react';
import { oneTimeUrlSchema, type OneTimeUrl } from '@bellwire/model/one-time-url.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import type { Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FlowPicker } from './flow-picker.tsx';
import { FormPreview } from './form-preview.tsx';
import { MappingsTable } from './mappings-table.tsx';
import { newFlow } from './new-flow.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { SampleEditor } from './sample-editor.tsx';
import { ShapedForm } from './shaped-form.tsx';
import { UrlFormCard } from './url-form-card.tsx';
import {
  callFields,
  methodsFromForm,
  methodsToForm,
  pageFields,
  pageFromForm,
  pageToForm,
} from './url-fields.ts';
import { usePart } from './use-part.ts';

export function UrlsSection() {
  const { app, change } = useBuilder();
  const url = usePart('oneTimeUrls');
  if (url !== undefined) return <UrlPage key={url.name} url={url} />;
  const create = (label: string) => {
    const name = nameFrom(label, partNames(app, 'oneTimeUrls'));
    const flow = newFlow(app, label);
    const value = oneTimeUrlSchema.parse({ name, label, flow: flow.name });
    return change([flow.change, { is: 'put-part', part: 'oneTimeUrls', value }]) ? name : undefined;
  };
  return (
    <PartList
      part="oneTimeUrls"
      entries={app.oneTimeUrls}
      columns={columns}
      icon={<Link2 size={20} aria-hidden />}
      says="A one-time URL brings data back into the run that made it, such as a provider's word that a payment was made."
      example={<code>Payment result: $.status → status, $.amount → amount</code>}
      placeholder="Payment result"
      create={create}
    />
  );
}

const columns: readonly Column<OneTimeUrl>[] = [
  { key: 'label', label: 'One-time URL', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'methods', label: 'Takes', cell: ({ methods }) => methods.join(' and ') },
  {
    key: 'mappings',
    label: 'Into fields',
    cell: ({ mappings }) => (mappings.length === 0 ? 'none' : mappings.map(({ field }) => field).join(', ')),
  },
  {
    key: 'expires',
    label: 'Expires after',
    align: 'end',
    sortBy: ({ expiresMinutes }) => expiresMinutes,
    cell: ({ expiresMinutes }) => `${expiresMinutes} min`,
  },
];

function UrlPage({ url }: { url: OneTimeUrl }) {
  const { view, change } = useBuilder();
  const put = (value: OneTimeUrl) => change([{ is: 'put-part', part: 'oneTimeUrls', value }]);
  const set = (next: Partial<OneTimeUrl>) => put({ ...url, ...next });
  const { form: _before, ...plain } = url;
  return (
    <PartPage
      part="oneTimeUrls"
      name={url.name}
      label={url.label}
      shownBeside={['label', 'expiresMinutes', 'methods', 'mappings', 'form', 'page', 'flow']}
    >
      <div className="builder-split">
        <UrlSheets
          url={url}
          set={set}
          setForm={(form) => put(form === undefined ? plain : { ...plain, form })}
        />
        <aside className="builder-preview" aria-label="Sample payload">
          <h3>Sample payload</h3>
          <Card>
            <SampleEditor
              url={url}
              listen={{ target: { appId: view.id }, sampleOf: mergedPayload }}
              placeholder={'{"status": "paid", "amount": 19.99}'}
              onSample={(sample) => set({ sample })}
              onMap={(path, { name }) => set({ mappings: [...url.mappings, { path, field: name }] })}
            />
          </Card>
          {url.form === undefined ? null : (
            <FormPreview title="As a visitor fills it in" inputs={url.form.inputs} />
          )}
        </aside>
      </div>
    </PartPage>
  );
}

/** As a call at a one-time URL is read: query and body in one, and the body wins. */
function mergedPayload({ query, body }: JsonObject): Json {
  if (body === null || body === undefined) return query ?? {};
  return isJsonObject(body) && isJsonObject(query) ? { ...query, ...body } : body;
}

interface UrlSheetsProps {
  url: OneTimeUrl;
  set: (next: Partial<OneTimeUrl>) => void;
  setForm: (form: OneTimeUrl['form']) => void;
}

function UrlSheets({ url, set, setForm }: UrlSheetsProps) {
  const builder = useBuilder();
  const complaints = complaintsOf(builder, 'oneTimeUrls', url.name);
  const surroundings = partSurroundings(builder.app, builder.change);
  const form = { schema: oneTimeUrlSchema, value: url, onChange: set, surroundings, complaints };
  return (
    <div className="builder-sheets">
      <Card>
        <ShapedForm {...form} fields={callFields} toForm={methodsToForm} fromForm={methodsFromForm} />
      </Card>
      <Card title="Into app fields" about="Taken from the payload when the address is called.">
        <MappingsTable
          mappings={url.mappings}
          sample={url.sample}
          onChange={(mappings) => set({ mappings })}
          complaints={within(complaints, ['mappings'])}
        />
      </Card>
      <UrlFormCard url={url} onChange={setForm} complaints={complaints} />
      <Card>
        <FlowPicker
          value={url.flow}
          label={url.label}
          says="Goes on with what came in."
          onChange={(flow) => set({ flow })}
          {...complaintAt(complaints, ['flow'])}
        />
      </Card>
      <Card title="What a visitor sees" about="Shown when a person, and not a server, opens the address.">
        <ShapedForm {...form} fields={pageFields} toForm={pageToForm} fromForm={pageFromForm} />
      </Card>
    </div>
  );
}
