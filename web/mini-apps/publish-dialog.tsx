// Publishes the draft: for whom, with what is new, and only when nothing is wrong with it.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { DifferenceList } from '../versions/difference-list.tsx';
import { useBuilder } from './builder.ts';
import { ProblemList } from './problem-list.tsx';
import type { AppView } from './use-app-draft.ts';

type Visibility = 'private' | 'public';

export function PublishDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { view, complaints } = useBuilder();
  const [visibility, setVisibility] = useState<Visibility>(view.state === 'public' ? 'public' : 'private');
  const [changelog, setChangelog] = useState('');
  const number = (view.publishedVersion ?? 0) + 1;
  const { publish, busy, problem } = usePublish(number, () => {
    setChangelog('');
    onClose();
  });
  const stopped = complaints.some(({ level }) => level !== 'warning');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Publish version ${number}`}
      about="It is frozen as it is now. Installs follow it by themselves, unless it asks for more than was agreed to."
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            look="primary"
            disabled={stopped}
            busy={busy}
            onClick={() => void publish(visibility, changelog)}
          >
            Publish
          </Button>
        </>
      }
    >
      <div className="builder-form">
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <Hindrances stopped={stopped} onGo={onClose} />
        <SinceLast open={open} />
        <Whom value={visibility} onChange={setVisibility} />
        <Changelog isFirst={number === 1} value={changelog} onChange={setChangelog} />
      </div>
    </Dialog>
  );
}

/** Against the newest version that was published. */
function SinceLast({ open }: { open: boolean }) {
  const { view } = useBuilder();
  const from = view.publishedVersion;
  const difference = useOperation(
    'compareApp',
    { appId: view.id, from: from ?? 1 },
    { enabled: open && from !== null },
  );
  if (from === null || difference.data === undefined) return null;
  return (
    <section className="publish-problems">
      <h3>Since version {from}</h3>
      <DifferenceList difference={difference.data} />
    </section>
  );
}

function Hindrances({ stopped, onGo }: { stopped: boolean; onGo: () => void }) {
  const { complaints } = useBuilder();
  if (complaints.length === 0) return null;
  return (
    <section className="publish-problems">
      <h3>{stopped ? 'To be mended first' : 'Worth a look, but no hindrance'}</h3>
      <ProblemList onGo={onGo} />
    </section>
  );
}

function Whom({ value, onChange }: { value: Visibility; onChange: (value: Visibility) => void }) {
  return (
    <Select
      label="Who can install it"
      required
      value={value}
      choices={[
        { value: 'private', label: 'This workspace only', about: 'Nobody else finds it in the store.' },
        { value: 'public', label: 'Every workspace of this server', about: 'It is listed in the store.' },
      ]}
      onChange={(next) => onChange(next === 'public' ? 'public' : 'private')}
    />
  );
}

interface ChangelogProps {
  isFirst: boolean;
  value: string;
  onChange: (value: string) => void;
}

function Changelog({ isFirst, value, onChange }: ChangelogProps) {
  return (
    <TextArea
      label="What is new"
      value={value}
      onChange={onChange}
      maxLength={2000}
      placeholder={isFirst ? 'The first version.' : 'A trigger for refunds.'}
      hint="Shown beside the version."
    />
  );
}

/** Waits until what was changed last is saved: that, too, is meant to be published. */
function usePublish(number: number, onDone: () => void) {
  const { app, view, settled } = useBuilder();
  const change = useChange('publishApp');
  const [isUnsaved, setIsUnsaved] = useState(false);
  const publish = async (visibility: Visibility, changelog: string) => {
    const revision = await settled();
    setIsUnsaved(revision === undefined);
    if (revision === undefined) return;
    const onSuccess = ({ review }: AppView) => {
      onDone();
      const about =
        review === null ? sayWhere(visibility) : 'Once the operator has approved it, everybody finds it.';
      toast({ says: `${app.label} is published as version ${number}.`, about });
    };
    change.mutate({ appId: view.id, revision, visibility, changelog: changelog.trim() }, { onSuccess });
  };
  const problem = isUnsaved
    ? { says: 'Your last changes are not saved yet.', help: 'Wait until they are, then publish.' }
    : problemElsewhere(change.error, []);
  return { publish, busy: change.isPending, problem };
}

function sayWhere(visibility: Visibility): string {
  return visibility === 'public' ? 'It is in the store.' : 'It can be installed in this workspace.';
}
