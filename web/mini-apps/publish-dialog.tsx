// Publishes the draft: for whom, with what is new, and only when nothing is wrong with it.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';
import { ProblemList } from './problem-list.tsx';

type Visibility = 'private' | 'public';

export function PublishDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { app, view, complaints, settled } = useBuilder();
  const publish = useChange('publishApp');
  const [visibility, setVisibility] = useState<Visibility>(view.state === 'public' ? 'public' : 'private');
  const [changelog, setChangelog] = useState('');
  const [isUnsaved, setIsUnsaved] = useState(false);
  const number = (view.publishedVersion ?? 0) + 1;
  const stopped = complaints.some(({ level }) => level !== 'warning');
  const submit = async () => {
    const revision = await settled();
    setIsUnsaved(revision === undefined);
    if (revision === undefined) return;
    publish.mutate(
      { appId: view.id, revision, visibility, changelog: changelog.trim() },
      {
        onSuccess: () => {
          setChangelog('');
          onClose();
          toast({ says: `${app.label} is published as version ${number}.`, about: sayWhere(visibility) });
        },
      },
    );
  };
  const problem = isUnsaved
    ? { says: 'Your last changes are not saved yet.', help: 'Wait until they are, then publish.' }
    : problemElsewhere(publish.error, []);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Publish version ${number}`}
      about="It is frozen as it is now. Installs follow it by themselves, unless it asks for more than was agreed to."
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button look="primary" disabled={stopped} busy={publish.isPending} onClick={() => void submit()}>
            Publish
          </Button>
        </>
      }
    >
      <div className="builder-form">
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        {complaints.length === 0 ? null : (
          <section className="publish-problems">
            <h3>{stopped ? 'To be mended first' : 'Worth a look, but no hindrance'}</h3>
            <ProblemList onGo={onClose} />
          </section>
        )}
        <Select
          label="Who can install it"
          required
          value={visibility}
          choices={[
            { value: 'private', label: 'This workspace only', about: 'Nobody else finds it in the store.' },
            { value: 'public', label: 'Every workspace of this server', about: 'It is listed in the store.' },
          ]}
          onChange={(next) => setVisibility(next === 'public' ? 'public' : 'private')}
        />
        <TextArea
          label="What is new"
          value={changelog}
          onChange={setChangelog}
          maxLength={2000}
          placeholder={number === 1 ? 'The first version.' : 'A trigger for refunds.'}
          hint="Shown beside the version."
        />
      </div>
    </Dialog>
  );
}

function sayWhere(visibility: Visibility): string {
  return visibility === 'public' ? 'It is in the store.' : 'It can be installed in this workspace.';
}
