// The history of a flow's draft, beside the canvas.
import { Answer } from '../server-state/answer.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Drawer } from '../ui/drawer.tsx';
import { EditList } from '../versions/edit-list.tsx';
import { useEditActs } from '../versions/use-edit-acts.ts';

interface FlowHistoryDrawerProps {
  flowId: string;
  settled: () => Promise<number | undefined>;
  onClose: () => void;
}

export function FlowHistoryDrawer({ flowId, settled, onClose }: FlowHistoryDrawerProps) {
  const edits = useOperation('listFlowEdits', { flowId, limit: 100 });
  const revert = useChange('revertFlowEdit');
  const restore = useChange('restoreFlow');
  const acts = useEditActs({
    settled,
    revert: (revision, edit, anyway) => revert.mutateAsync({ flowId, revision, edit, anyway }),
    restore: (revision, edit) => restore.mutateAsync({ flowId, revision, to: { edit } }),
    busy: revert.isPending || restore.isPending,
  });
  return (
    <Drawer open onClose={onClose} title="History of the draft" about="Every edit can be taken back.">
      <Answer query={edits}>{({ rows }) => <EditList edits={rows} acts={acts} />}</Answer>
    </Drawer>
  );
}
