// Asks before a fire token is revoked.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';

interface RevokeFireTokenDialogProps {
  installId: string;
  token: { readonly id: string; readonly name: string; readonly start: string };
  onClose: () => void;
}

export function RevokeFireTokenDialog({ installId, token, onClose }: RevokeFireTokenDialogProps) {
  const revoke = useChange('revokeFireToken');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Revoke “${token.name}”?`}
      consequence={
        <>
          Whatever posts to the address with {token.start}… is refused from this moment on. This cannot be
          undone.
          {revoke.error === null ? null : <ProblemNote problem={problemWords(revoke.error)} />}
        </>
      }
      act="Revoke token"
      busy={revoke.isPending}
      onConfirm={() =>
        revoke.mutate(
          { installId, tokenId: token.id },
          {
            onSuccess: () => {
              toast({ says: `“${token.name}” is revoked.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
