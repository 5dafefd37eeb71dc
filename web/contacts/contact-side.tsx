// What is known of a contact: profile, tags and user fields.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '@bellwire/model/json.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Contact } from './contact-columns.tsx';

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
      <Card title="Tags">
        <Tags contact={contact} />
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

function Tags({ contact }: { contact: Contact }) {
  const change = useChange('changeContact');
  const [tag, setTag] = useState('');
  const contactId = contact.id;
  return (
    <>
      <span className="contact-tags">
        {contact.tags.length === 0 ? <span className="conversation-none">No tag yet.</span> : null}
        {contact.tags.map((one) => (
          <span className="contact-tag" key={one}>
            {one}
            <IconButton
              size="small"
              label={`Remove the tag ${one}`}
              icon={<X size={12} aria-hidden />}
              onClick={() => change.mutate({ contactId, removeTags: [one] })}
            />
          </span>
        ))}
      </span>
      <form
        className="contact-tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ contactId, addTags: [tag.trim()] }, { onSuccess: () => setTag('') });
        }}
      >
        <TextField
          label="New tag"
          hideLabel
          placeholder="New tag"
          maxLength={60}
          value={tag}
          onChange={setTag}
        />
        <Button type="submit" disabled={tag.trim() === ''} busy={change.isPending}>
          Add
        </Button>
      </form>
      {change.error === null ? null : <ProblemNote problem={problemWords(change.error)} />}
    </>
  );
}

function shown(value: Json): string {
  if (value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
