// What is known of a contact: profile, tags and user fields.
import type { Json } from '@bellwire/model/json.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import type { Contact } from './contact-columns.tsx';
import { ContactIdentities } from './contact-identities.tsx';
import { ContactTags } from './contact-tags.tsx';

export function ContactSide({ contact }: { contact: Contact }) {
  const known = useOperation('listUserFields', { botId: contact.botId });
  const labels = new Map(known.data?.rows.map(({ name, label }) => [name, label]));
  const fields = Object.entries(contact.fields);
  return (
    <aside className="contact-side" aria-label="What is known">
      <Card title="Profile">
        <KeyValue
          facts={[
            ['Contact id', <code key="ns">{contact.ns}</code>],
            ['E-mail', contact.email ?? '–'],
            ['Phone', contact.phone ?? '–'],
            ['Language', contact.language ?? '–'],
            ['Time zone', contact.timeZone ?? '–'],
            ['Since', <RelativeTime key="since" at={contact.createdAt} />],
          ]}
        />
      </Card>
      <ContactIdentities contactId={contact.id} />
      <Card title="Tags">
        <ContactTags contact={contact} />
      </Card>
      <Card title="User fields">
        {fields.length === 0 ? (
          <p className="conversation-none">No field has a value yet.</p>
        ) : (
          <KeyValue
            facts={fields.map(([name, value]) => [labels.get(name) ?? name, shown(value)] as const)}
          />
        )}
      </Card>
    </aside>
  );
}

function shown(value: Json): string {
  if (value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
