// Publishes what is drawn, once all of it has been saved; says what is still in the way.
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';
import type { Flow } from './bot-flow-screen.tsx';

export interface PublishFlowProps {
  flow: Flow;
  /** The revision that holds all that was drawn; `undefined` where it could not be saved. */
  settled: () => Promise<number | undefined>;
}

export function PublishFlow({ flow, settled }: PublishFlowProps) {
  const publish = useChange('publishFlow');
  const [saving, setSaving] = useState(false);
  const isUpToDate = flow.publishedVersion !== null && !flow.hasUnpublishedChanges;
  const start = async () => {
    setSaving(true);
    const revision = await settled();
    setSaving(false);
    if (revision === undefined) {
      toast({ says: 'The draft is not saved yet, so it was not published.', tone: 'bad' });
      return;
    }
    publish.mutate(
      { flowId: flow.id, revision },
      {
        onSuccess: ({ publishedVersion }) => toast({ says: `Version ${publishedVersion} runs from now on.` }),
      },
    );
  };
  return (
    <>
      <Button
        look="primary"
        busy={saving || publish.isPending}
        disabled={isUpToDate}
        onClick={() => void start()}
      >
        {isUpToDate ? 'Published' : 'Publish'}
      </Button>
      {publish.error === null ? null : (
        <Dialog
          open
          onClose={publish.reset}
          title="Not published"
          footer={<Button onClick={publish.reset}>Back to the flow</Button>}
        >
          <ProblemNote look="box" problem={problemWords(publish.error)} />
          <ul className="publish-complaints">
            {publish.error.complaints.map(({ says }, place) => (
              <li key={place}>{says}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
