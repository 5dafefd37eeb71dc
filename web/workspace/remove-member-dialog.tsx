// Asks before a member is taken out of the workspace.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import type { Member } from './workspace-views.ts';

export function RemoveMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const remove = useChange('removeMember');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove ${member.name}?`}
      consequence={
        <>
          {member.email} cannot open this workspace any more. What they made stays.
          {remove.error === null ? null : <ProblemNote problem={problemWords(remove.error)} />}
        </>
      }
      act="Remove"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { personId: member.personId },
          {
            onSuccess: () => {
              toast({ says: `${member.name} is not a member any more.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
