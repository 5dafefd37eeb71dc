// Asks before an API key is revoked.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import type { KeyRow } from './workspace-views.ts';

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: KeyRow; onClose: () => void }) {
  const revoke = useChange('revokeKey');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Revoke “${apiKey.name}”?`}
      consequence={
        <>
          Whatever uses the key {apiKey.start}… is refused from this moment on. This cannot be undone.
          {revoke.error === null ? null : <ProblemNote problem={problemWords(revoke.error)} />}
        </>
      }
      act="Revoke key"
      busy={revoke.isPending}
      onConfirm={() =>
        revoke.mutate(
          { keyId: apiKey.id },
          {
            onSuccess: () => {
              toast({ says: `“${apiKey.name}” is revoked.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
