// Says who is meant: one who fits, one who is searched for, or a new contact; then the events that wait run.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { ContactOptions, NEW } from './contact-options.tsx';
import { NewContactFields, type NewContact } from './new-contact-fields.tsx';
import { eventsInWords, groupOf, type Unmatched } from './unmatched.ts';

interface LinkDialogProps {
  group: Unmatched;
  onClose: () => void;
}

export function LinkDialog({ group, onClose }: LinkDialogProps) {
  const link = useChange('linkUnmatched');
  const create = useChange('createUnmatchedContact');
  const [only, ...others] = group.candidates;
  const [chosen, setChosen] = useState(others.length === 0 ? only?.contactId : undefined);
  const [fresh, setFresh] = useState<NewContact>({ botId: null, name: '' });
  const done = {
    onSuccess: ({ says }: { says: string }) => {
      toast({ says });
      onClose();
    },
  };
  const submit = (): void => {
    const { botId, name } = fresh;
    if (chosen === NEW && botId !== null)
      create.mutate({ ...groupOf(group), botId, name: name.trim() || null }, done);
    else if (chosen !== undefined && chosen !== NEW)
      link.mutate({ ...groupOf(group), contactId: chosen }, done);
  };
  return (
    <FormDialog
      onClose={onClose}
      title={`Who is ${group.says}?`}
      about={`${eventsInWords(group.events)} of ${group.installName} will run for this contact now, oldest first; what has run cannot be taken back. Later events find the contact by themselves, until you remove the link on the contact's page.`}
      act={`${chosen === NEW ? 'Make contact' : 'Link'} and run ${eventsInWords(group.events)}`}
      busy={link.isPending || create.isPending}
      unready={chosen === undefined || (chosen === NEW && fresh.botId === null)}
      problem={problemElsewhere(link.error ?? create.error, [])}
      onSubmit={submit}
    >
      <ContactOptions group={group} chosen={chosen} onChoose={setChosen} />
      {chosen === NEW ? <NewContactFields value={fresh} onChange={setFresh} /> : null}
    </FormDialog>
  );
}
