// Asks for the label of a new mini-app, and opens its builder.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';

export function CreateAppDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const create = useChange('createApp');
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  const submit = () =>
    create.mutate(
      { label: label.trim() },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/mini-apps/$appId/$section', params: { appId: id, section: 'settings' } }),
      },
    );
  const problem = problemElsewhere(create.error, ['label']);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="small"
      title="New mini-app"
      about="You can build it in any order; nobody sees it until you publish."
    >
      <form
        className="builder-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <TextField
          label="Label"
          required
          value={label}
          onChange={setLabel}
          maxLength={120}
          placeholder="Acme Pay"
          hint="The name of the service it wraps is a good start."
          {...problemAt(create.error, 'label')}
        />
        <Button type="submit" look="primary" busy={create.isPending} disabled={label.trim() === ''}>
          Make it
        </Button>
      </form>
    </Dialog>
  );
}
