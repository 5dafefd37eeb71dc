// What changed from one published version to another, or to the draft.
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DifferenceList } from './difference-list.tsx';

interface CompareDialogProps {
  appId: string;
  from: number;
  /** The draft where nothing is given. */
  to?: number;
  onClose: () => void;
}

export function CompareDialog({ appId, from, to, onClose }: CompareDialogProps) {
  const difference = useOperation('compareApp', { appId, from, ...(to !== undefined && { to }) });
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={to === undefined ? `Version ${from} and the draft` : `Version ${from} and version ${to}`}
      about="What changed, and what whoever has installed it will notice."
    >
      <Answer query={difference}>{(found) => <DifferenceList difference={found} />}</Answer>
    </Dialog>
  );
}
