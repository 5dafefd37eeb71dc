// The tags of a contact, to be added and removed.
import { X } from 'lucide-react';
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange, type ChangeState } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Contact } from './contact-columns.tsx';

interface TagProps {
  contact: Contact;
  change: ChangeState<'changeContact'>;
}

export function ContactTags({ contact }: { contact: Contact }) {
  const change = useChange('changeContact');
  return (
    <>
      <span className="contact-tags">
        {contact.tags.length === 0 ? <span className="conversation-none">No tag yet.</span> : null}
        {contact.tags.map((tag) => (
          <Tag key={tag} tag={tag} contact={contact} change={change} />
        ))}
      </span>
      <NewTag contact={contact} change={change} />
      {change.error === null ? null : <ProblemNote problem={problemWords(change.error)} />}
    </>
  );
}

function Tag({ tag, contact, change }: TagProps & { tag: string }) {
  return (
    <span className="contact-tag">
      {tag}
      <IconButton
        size="small"
        label={`Remove the tag ${tag}`}
        icon={<X size={12} aria-hidden />}
        onClick={() => change.mutate({ contactId: contact.id, removeTags: [tag] })}
      />
    </span>
  );
}

function NewTag({ contact, change }: TagProps) {
  const [tag, setTag] = useState('');
  return (
    <form
      className="contact-tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ contactId: contact.id, addTags: [tag.trim()] }, { onSuccess: () => setTag('') });
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
  );
}
