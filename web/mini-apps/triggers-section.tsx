// Triggers: the list, and the page of one with its items and what an event of it looks like.
import { Zap } from 'lucide-react';
import { triggerSchema, type Trigger } from '@bellwire/model/trigger.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { triggerContract } from '@bellwire/model/contract.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { samplePayload } from '@bellwire/model/sample.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import type { Column } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { ItemsTable } from './items-table.tsx';
import { OrderCard } from './order-card.tsx';
import { followItems } from './order-fields.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import { SendTestEvent } from './send-test-event.tsx';
import { ShapedForm } from './shaped-form.tsx';
import { usePart } from './use-part.ts';

export function TriggersSection() {
  const { app, change } = useBuilder();
  const trigger = usePart('triggers');
  if (trigger !== undefined) return <TriggerPage key={trigger.name} trigger={trigger} />;
  const create = (label: string) => {
    const name = nameFrom(label, partNames(app, 'triggers'));
    const value = { name, label, about: '', items: [] };
    return change([{ is: 'put-part', part: 'triggers', value }]) ? name : undefined;
  };
  return (
    <PartList
      part="triggers"
      entries={app.triggers}
      columns={columns}
      icon={<Zap size={20} aria-hidden />}
      says="A trigger is an event your app fires for one contact; bots subscribe to it and act."
      example={<code>Payment paid: status, amount, currency, reference</code>}
      placeholder="Payment paid"
      create={create}
    />
  );
}

function UsedBy({ trigger }: { trigger: string }) {
  const { view } = useBuilder();
  const use = useOperation('getAppUse', { appId: view.id });
  const count = use.data?.triggers.find((one) => one.trigger === trigger)?.subscriptions ?? 0;
  if (use.data === undefined) return null;
  return count === 0 ? 'nobody yet' : `${count} ${count === 1 ? 'subscription' : 'subscriptions'}`;
}

const columns: readonly Column<Trigger>[] = [
  { key: 'label', label: 'Trigger', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'name', label: 'Name', sortBy: ({ name }) => name, cell: ({ name }) => <code>{name}</code> },
  {
    key: 'items',
    label: 'Carries',
    cell: ({ items }) => (items.length === 0 ? 'nothing' : items.map(({ label }) => label).join(', ')),
  },
  { key: 'use', label: 'Used by', cell: ({ name }) => <UsedBy trigger={name} /> },
];

const wordFields = {
  label: { kind: 'text', template: false, label: 'Label', required: true, maxLength: 120 },
  about: {
    kind: 'text',
    template: false,
    label: 'When it is fired',
    multiline: true,
    maxLength: 4000,
    placeholder: 'A customer has paid by a link that this app made.',
  },
} as const satisfies SettingFields;

function TriggerPage({ trigger }: { trigger: Trigger }) {
  const builder = useBuilder();
  const { entity, ...plain } = trigger;
  const { name, label, items } = plain;
  const complaints = complaintsOf(builder, 'triggers', name);
  const put = (value: Trigger) => builder.change([{ is: 'put-part', part: 'triggers', value }]);
  const set = (next: Partial<Trigger>) => put({ ...trigger, ...next });
  return (
    <PartPage part="triggers" name={name} label={label} shownBeside={['label', 'about', 'items', 'entity']}>
      <div className="builder-split">
        <TriggerWords trigger={trigger} complaints={complaints} onChange={set} />
        <EventPreview trigger={trigger} />
      </div>
      <Card
        title="Items"
        about="The data that each event carries. Each is read from an app field when the event is fired."
      >
        <ItemsTable
          items={items}
          onChange={(next) =>
            set({ items: next, ...(entity && { entity: followItems(entity, items, next) }) })
          }
          complaints={within(complaints, ['items'])}
        />
      </Card>
      <OrderCard
        trigger={trigger}
        onChange={(next) => put(next === undefined ? plain : { ...plain, entity: next })}
        complaints={within(complaints, ['entity'])}
      />
    </PartPage>
  );
}

const wordSchema = triggerSchema.pick({ label: true, about: true });

interface TriggerWordsProps {
  trigger: Trigger;
  complaints: readonly Complaint[];
  onChange: (words: Pick<Trigger, 'label' | 'about'>) => void;
}

function TriggerWords({ trigger: { label, about }, complaints, onChange }: TriggerWordsProps) {
  const { app, change } = useBuilder();
  return (
    <Card>
      <ShapedForm
        fields={wordFields}
        schema={wordSchema}
        value={{ label, about }}
        onChange={onChange}
        surroundings={partSurroundings(app, change)}
        complaints={complaints}
      />
    </Card>
  );
}

/** So that it stands beside the words, not far below them. */
const PREVIEW_HEIGHT = 220;

function EventPreview({ trigger }: { trigger: Trigger }) {
  const { app } = useBuilder();
  const forms = [
    { value: 'payload', label: 'Payload', of: samplePayload(app, trigger) },
    { value: 'schema', label: 'JSON Schema', of: triggerContract(app, trigger) },
  ];
  return (
    <aside className="builder-preview" aria-label="What an event looks like">
      <h3>What an event looks like</h3>
      <p className="builder-quiet">
        Used by: <UsedBy trigger={trigger.name} />
      </p>
      <Tabs
        label="Forms of the event"
        tabs={forms.map(({ value, label, of }) => ({
          value,
          label,
          content: <CodeBlock label={label} value={of} maxHeight={PREVIEW_HEIGHT} />,
        }))}
      />
      <div>
        <SendTestEvent trigger={trigger.name} />
      </div>
    </aside>
  );
}
