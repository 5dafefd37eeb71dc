// Imports a text into the mini-app that is open: a definition of ours replaces its draft, all else is added.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from '../mini-apps/builder.ts';
import { ImportDialog } from './import-dialog.tsx';

export function ImportIntoApp({ onClose }: { onClose: () => void }) {
  const { view, settled } = useBuilder();
  const replace = useChange('replaceApp');
  // What is shown was made of the draft as it was then: a later one must not be overwritten by it.
  const [seen] = useState(view.revision);
  const take = async (text: string) => {
    const revision = await settled();
    if (revision === undefined) return;
    const onSuccess = () => {
      toast({ says: 'It is in the draft.', about: 'The history of the draft takes it back.' });
      onClose();
    };
    replace.mutate({ appId: view.id, revision: seen, text }, { onSuccess });
  };
  return (
    <ImportDialog
      onClose={onClose}
      appId={view.id}
      act="Take it into the draft"
      busy={replace.isPending}
      problem={problemElsewhere(replace.error, [])}
      onTake={({ text }) => void take(text)}
    />
  );
}
