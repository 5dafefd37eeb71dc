// Says where a change is: on its way, kept as draft, or not saved and why.
import { Check, CloudAlert, LoaderCircle } from 'lucide-react';
import { Button } from './button.tsx';
import './save-state.css';

export type Saving = { is: 'saved' } | { is: 'saving' } | { is: 'failed'; says: string; onRetry: () => void };

export function SaveState({ saving }: { saving: Saving }) {
  return (
    <span className="save-state" data-is={saving.is} role="status">
      {saving.is === 'saved' ? (
        <>
          <Check size={14} aria-hidden /> Saved as draft
        </>
      ) : saving.is === 'saving' ? (
        <>
          <LoaderCircle size={14} className="button-spinner" aria-hidden /> Saving…
        </>
      ) : (
        <>
          <CloudAlert size={14} aria-hidden /> {saving.says}
          <Button size="small" look="quiet" onClick={saving.onRetry}>
            Try again
          </Button>
        </>
      )}
    </span>
  );
}
