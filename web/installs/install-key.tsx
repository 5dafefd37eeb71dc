// The key of an install: never shown again, but replaced by a new one.
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';

const overlaps = [
  { value: '0', label: 'At once' },
  { value: '60', label: 'In an hour' },
  { value: '1440', label: 'In a day' },
  { value: '10080', label: 'In a week' },
] as const;

export function InstallKey({ installId }: { installId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Card
      title="Key"
      about="The app's own server fires its triggers with it. It was shown once, when the app was installed."
    >
      <Button onClick={() => setOpen(true)}>Make a new key</Button>
      <RotateDialog key={String(open)} installId={installId} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

function RotateDialog({
  installId,
  open,
  onClose,
}: {
  installId: string;
  open: boolean;
  onClose: () => void;
}) {
  const rotate = useChange('rotateInstallKey');
  const [overlap, setOverlap] = useState('60');
  const key = rotate.data?.key;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="small"
      title={key === undefined ? 'Make a new key' : 'The new key'}
      about={key === undefined ? 'The key that is used now ends when you say so.' : undefined}
      footer={
        key === undefined ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              busy={rotate.isPending}
              onClick={() => rotate.mutate({ installId, overlapMinutes: Number(overlap) })}
            >
              Make it
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            I have kept it
          </Button>
        )
      }
    >
      <div className="settings-form">
        {rotate.error === null ? null : <ProblemNote look="box" problem={problemWords(rotate.error)} />}
        {key === undefined ? (
          <Select
            label="The old key ends"
            required
            value={overlap}
            choices={overlaps}
            onChange={setOverlap}
            hint="Time enough to put the new one into your server."
          />
        ) : (
          <CopyField label="Key of the install" value={key} secret hint="Shown this once." />
        )}
      </div>
    </Dialog>
  );
}
