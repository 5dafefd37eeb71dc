// Asks for the label of a new mini-app, and opens its builder.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { OneFieldDialog } from '../ui/one-field-dialog.tsx';

export function CreateAppDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const create = useChange('createApp');
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  const openBuilder = (appId: string) =>
    void navigate({ to: '/mini-apps/$appId/$section', params: { appId, section: 'settings' } });
  return (
    <OneFieldDialog
      open={open}
      onClose={onClose}
      title="New mini-app"
      about="You can build it in any order; nobody sees it until you publish."
      field={{
        label: 'Label',
        value: label,
        onChange: setLabel,
        maxLength: 120,
        placeholder: 'Acme Pay',
        hint: 'The name of the service it wraps is a good start.',
        ...problemAt(create.error, 'label'),
      }}
      act="Make it"
      onSubmit={() => create.mutate({ label: label.trim() }, { onSuccess: ({ id }) => openBuilder(id) })}
      disabled={label.trim() === ''}
      busy={create.isPending}
      problem={problemElsewhere(create.error, ['label'])}
    />
  );
}
