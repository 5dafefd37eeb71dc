// Asks why a lot shall never run, and dismisses it.
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { OneFieldDialog } from '../ui/one-field-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { lotKey, type Lot } from './lot.ts';

export function DismissLotDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const [because, setBecause] = useState('');
  const dismiss = useChange('dismissLot');
  const submit = () =>
    dismiss.mutate(
      { ...lotKey(lot), because },
      {
        onSuccess: ({ says }) => {
          toast({ says });
          onClose();
        },
      },
    );
  return (
    <OneFieldDialog
      open
      title={`Dismiss ${lot.count === 1 ? 'this event' : `these ${lot.count.toLocaleString()} events`}?`}
      about="They will never run. They stay readable, each with your reason. This cannot be undone."
      field={{ label: 'Why', value: because, onChange: setBecause, maxLength: 500 }}
      act="Dismiss"
      onClose={onClose}
      onSubmit={submit}
      disabled={because.trim() === ''}
      busy={dismiss.isPending}
      problem={dismiss.error === null ? undefined : problemWords(dismiss.error)}
    />
  );
}
