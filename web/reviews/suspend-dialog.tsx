// Stops a mini-app wherever it is installed, with the reason that everybody reads.
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { OperatedApp } from './operated-app.ts';

export function SuspendDialog({ app, onClose }: { app: OperatedApp; onClose: () => void }) {
  const suspend = useChange('suspendApp');
  const [says, setSays] = useState('');
  return (
    <FormDialog
      title={`Suspend ${app.label}?`}
      about="Its events are parked at once, its flows and requests stop, and the store no longer shows it. You can lift it again."
      onClose={onClose}
      act="Suspend"
      busy={suspend.isPending}
      unready={says.trim() === ''}
      problem={problemElsewhere(suspend.error, ['says'])}
      onSubmit={() => suspend.mutate({ appId: app.appId, says }, { onSuccess: onClose })}
    >
      <TextArea
        label="Why"
        hint="Its developer and whoever has installed it read it."
        required
        value={says}
        onChange={setSays}
        maxLength={1000}
        {...problemAt(suspend.error, 'says')}
      />
    </FormDialog>
  );
}
