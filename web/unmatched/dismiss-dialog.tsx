// Lets the events of a group go, with a reason that stays in their story.
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { eventsInWords, groupOf, type Unmatched } from './unmatched.ts';

interface DismissDialogProps {
  group: Unmatched;
  onClose: () => void;
}

export function DismissDialog({ group, onClose }: DismissDialogProps) {
  const dismiss = useChange('dismissUnmatched');
  const [because, setBecause] = useState('');
  const count = eventsInWords(group.events);
  return (
    <FormDialog
      size="small"
      onClose={onClose}
      title={`Dismiss ${count}?`}
      about={`What ${group.installName} sent for ${group.says} never runs, and stays readable under Events. Later events of the same wait here again. This cannot be undone.`}
      act={`Dismiss ${count}`}
      busy={dismiss.isPending}
      unready={because.trim() === ''}
      problem={problemElsewhere(dismiss.error, ['because'])}
      onSubmit={() =>
        dismiss.mutate(
          { ...groupOf(group), because: because.trim() },
          {
            onSuccess: ({ says }) => {
              toast({ says });
              onClose();
            },
          },
        )
      }
    >
      <TextField
        label="Reason"
        required
        placeholder="A test of the provider"
        hint="Stands in the story of each event."
        maxLength={500}
        value={because}
        onChange={setBecause}
        {...problemAt(dismiss.error, 'because')}
      />
    </FormDialog>
  );
}
