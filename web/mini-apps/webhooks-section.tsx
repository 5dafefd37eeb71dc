// Webhooks: the list, and the page of one: what comes in, whom it is about, who may send it, and what runs.
import { Webhook as WebhookIcon } from 'lucide-react';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { webhookSchema, type Webhook } from '@bellwire/model/webhook.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import type { Column } from '../ui/table.tsx';
import { ReceivingCards, type ReceivingPart } from '../webhooks/receiving-cards.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FlowPicker } from './flow-picker.tsx';
import { MappingsTable } from './mappings-table.tsx';
import { newFlow } from './new-flow.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { SampleEditor } from './sample-editor.tsx';
import { ShapedForm } from './shaped-form.tsx';
import { usePart } from './use-part.ts';

export function WebhooksSection() {
  const { app, change } = useBuilder();
  const webhook = usePart('webhooks');
  if (webhook !== undefined) return <WebhookPage key={webhook.name} webhook={webhook} />;
  const create = (label: string) => {
    const name = nameFrom(label, partNames(app, 'webhooks'));
    const flow = newFlow(app, label);
    const value = webhookSchema.parse({ name, label, flow: flow.name });
    return change([flow.change, { is: 'put-part', part: 'webhooks', value }]) ? name : undefined;
  };
  return (
    <PartList
      part="webhooks"
      entries={app.webhooks}
      columns={columns}
      icon={<WebhookIcon size={20} aria-hidden />}
      says="A webhook is a lasting address of each install, for services that need a fixed one. Each call runs a flow of your app."
      example={<code>Payments: signed by the service, $.body.amount → amount</code>}
      placeholder="Payments"
      create={create}
    />
  );
}

const proofs = {
  none: 'nothing',
  secret: 'a shared secret',
  hmac: 'a signature',
  standard: 'Standard Webhooks',
} as const satisfies Record<Webhook['signature']['is'], string>;

const columns: readonly Column<Webhook>[] = [
  { key: 'label', label: 'Webhook', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'proof', label: 'Proved by', cell: ({ signature }) => proofs[signature.is] },
  {
    key: 'mappings',
    label: 'Into fields',
    cell: ({ mappings }) => (mappings.length === 0 ? 'none' : mappings.map(({ field }) => field).join(', ')),
  },
  { key: 'flow', label: 'Flow', cell: ({ flow }) => <code>{flow}</code> },
];

function WebhookPage({ webhook }: { webhook: Webhook }) {
  const { view, change } = useBuilder();
  const put = (value: Webhook) => change([{ is: 'put-part', part: 'webhooks', value }]);
  const set = (next: Partial<Webhook>) => put({ ...webhook, ...next });
  return (
    <PartPage
      part="webhooks"
      name={webhook.name}
      label={webhook.label}
      shownBeside={['label', 'mappings', 'flow']}
    >
      <div className="builder-split">
        <WebhookSheets webhook={webhook} put={put} set={set} />
        <aside className="builder-preview" aria-label="Sample call">
          <h3>Sample call</h3>
          <Card>
            <SampleEditor
              url={webhook}
              listen={{ target: { appId: view.id }, sampleOf: (payload) => payload }}
              placeholder={'{"method": "POST", "headers": {}, "query": {}, "body": {"amount": 19.99}}'}
              onSample={(sample) => set({ sample })}
              onMap={(path, { name }) => set({ mappings: [...webhook.mappings, { path, field: name }] })}
            />
          </Card>
        </aside>
      </div>
    </PartPage>
  );
}

interface WebhookSheetsProps {
  webhook: Webhook;
  put: (value: Webhook) => void;
  set: (next: Partial<Webhook>) => void;
}

function WebhookSheets({ webhook, put, set }: WebhookSheetsProps) {
  const builder = useBuilder();
  const complaints = complaintsOf(builder, 'webhooks', webhook.name);
  const form = { surroundings: partSurroundings(builder.app, builder.change), complaints };
  return (
    <div className="builder-sheets">
      <Card>
        <ShapedForm {...form} {...words} value={{ label: webhook.label }} onChange={set} />
      </Card>
      <Card title="Into app fields" about="Taken from { method, headers, query, body } of each call.">
        <MappingsTable
          mappings={webhook.mappings}
          sample={webhook.sample}
          onChange={(mappings) => set({ mappings })}
          complaints={within(complaints, ['mappings'])}
        />
      </Card>
      <ReceivingCards
        of="app"
        value={webhook}
        onChange={(without, part) => put(changed(webhook, without, part))}
        {...form}
      />
      <Card>
        <FlowPicker
          value={webhook.flow}
          label={webhook.label}
          says="Runs for each call, with what came in."
          onChange={(flow) => set({ flow })}
          {...complaintAt(complaints, ['flow'])}
        />
      </Card>
    </div>
  );
}

/** What is left out of a part is taken away. */
function changed(webhook: Webhook, without: readonly string[], part: ReceivingPart): Webhook {
  const kept = Object.entries(webhook).filter(([key]) => !without.includes(key));
  return webhookSchema.parse({ ...Object.fromEntries(kept), ...part });
}

const wordFields = {
  label: { kind: 'text', template: false, label: 'Label', required: true, maxLength: 120 },
} as const satisfies SettingFields;

const words = { fields: wordFields, schema: webhookSchema.pick({ label: true }) } as const;
