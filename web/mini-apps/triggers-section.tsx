// Triggers: the list, and the page of one with its items and what an event of it looks like.
import { Zap } from 'lucide-react';
import { triggerSchema, type Trigger } from '@bellwire/model/app.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { triggerContract } from '@bellwire/model/contract.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { samplePayload } from '@bellwire/model/sample.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import type { Column } from '../ui/table.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { ItemsTable } from './items-table.tsx';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
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

const columns: readonly Column<Trigger>[] = [
  { key: 'label', label: 'Trigger', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'name', label: 'Name', sortBy: ({ name }) => name, cell: ({ name }) => <code>{name}</code> },
  {
    key: 'items',
    label: 'Carries',
    cell: ({ items }) => (items.length === 0 ? 'nothing' : items.map(({ label }) => label).join(', ')),
  },
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
  const { app, change } = builder;
  const complaints = complaintsOf(builder, 'triggers', trigger.name);
  const set = (next: Partial<Trigger>) =>
    change([{ is: 'put-part', part: 'triggers', value: { ...trigger, ...next } }]);
  return (
    <PartPage
      part="triggers"
      name={trigger.name}
      label={trigger.label}
      shownBeside={['label', 'about', 'items']}
    >
      <div className="builder-split">
        <div className="builder-sheets">
          <Card>
            <ShapedForm
              fields={wordFields}
              schema={triggerSchema.pick({ label: true, about: true })}
              value={{ label: trigger.label, about: trigger.about }}
              onChange={set}
              surroundings={partSurroundings(app, change)}
              complaints={complaints}
            />
          </Card>
        </div>
        <aside className="builder-preview" aria-label="What an event looks like">
          <h3>What an event looks like</h3>
          <Tabs
            label="Forms of the event"
            tabs={[
              {
                value: 'payload',
                label: 'Payload',
                content: <CodeBlock label="Items" value={samplePayload(app, trigger)} maxHeight={220} />,
              },
              {
                value: 'schema',
                label: 'JSON Schema',
                content: <CodeBlock label="Contract" value={triggerContract(app, trigger)} maxHeight={220} />,
              },
            ]}
          />
        </aside>
      </div>
      <Card
        title="Items"
        about="The data that each event carries. Each is read from an app field when the event is fired."
      >
        <ItemsTable
          items={trigger.items}
          onChange={(items) => set({ items })}
          complaints={within(complaints, ['items'])}
        />
      </Card>
    </PartPage>
  );
}
