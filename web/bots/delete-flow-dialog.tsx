// Asks before a flow is deleted; one that a trigger starts cannot be, and is said so.
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import type { FlowRow } from './bot-views.ts';

export function DeleteFlowDialog({ flow, onClose }: { flow: FlowRow; onClose: () => void }) {
  const remove = useChange('deleteFlow');
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete “${flow.name}”?`}
      consequence={
        <>
          Its steps are gone, and its keywords start nothing any more. Past runs stay.
          {remove.error === null ? null : <ProblemNote problem={problemWords(remove.error)} />}
        </>
      }
      act="Delete flow"
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { flowId: flow.id },
          {
            onSuccess: () => {
              toast({ says: `“${flow.name}” was deleted.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
