// Opens the dialog in which a run is replayed.
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ReplayDialog, type PastRun } from './replay-dialog.tsx';

export function ReplayButton({ run, size = 'normal' }: { run: PastRun; size?: 'normal' | 'small' }) {
  const [open, setOpen] = useState(false);
  // One under way has nothing to be done again yet.
  if (run.status === 'waiting' || run.flowId === null) return null;
  return (
    <>
      <Button size={size} icon={<RotateCcw size={13} aria-hidden />} onClick={() => setOpen(true)}>
        Replay…
      </Button>
      {open ? <ReplayDialog run={run} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
