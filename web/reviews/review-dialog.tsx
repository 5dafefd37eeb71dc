// One version that waits: what it asks for, what changed, and the decision.
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { OperatedApp } from './operated-app.ts';
import '../versions/versions.css';

export function ReviewDialog({ app, onClose }: { app: OperatedApp; onClose: () => void }) {
  const decide = useChange('decideReview');
  const [says, setSays] = useState('');
  const { appId, asked } = app;
  if (asked === null) return null;
  const send = (decision: 'approve' | 'reject') =>
    decide.mutate({ appId, version: asked.version, decision, says }, { onSuccess: onClose });
  const reject = (
    <Button look="danger" disabled={says.trim() === '' || decide.isPending} onClick={() => send('reject')}>
      Reject
    </Button>
  );
  return (
    <FormDialog
      title={`${app.label}, version ${asked.version}`}
      about={asked.changelog || 'Its developer did not say what is new.'}
      onClose={onClose}
      act="Approve"
      busy={decide.isPending}
      problem={problemElsewhere(decide.error, ['says'])}
      onSubmit={() => send('approve')}
      moreActs={reject}
    >
      <Reports asked={asked} />
      <TextArea
        label="Why it is rejected"
        hint="The developer reads it."
        value={says}
        onChange={setSays}
        maxLength={1000}
        {...problemAt(decide.error, 'says')}
      />
    </FormDialog>
  );
}

function Reports({ asked }: { asked: NonNullable<OperatedApp['asked']> }) {
  return (
    <>
      <Report
        title="What it may do"
        lines={asked.scopes}
        none="Nothing in the workspace it is installed in."
      />
      <Report title="What it calls" lines={asked.hosts} none="Nothing." />
      <Report title="What the check warns of" lines={asked.warnings} none="Nothing." />
      <Report title="What changed" lines={asked.changes} none="It is the first version for everybody." />
    </>
  );
}

function Report({ title, lines, none }: { title: string; lines: readonly string[]; none: string }) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="review-report">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
