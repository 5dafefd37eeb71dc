// Text: the whole app as one document, to be copied, kept in git, and replaced.
import { useMemo, useState } from 'react';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { canonicalText, parseApp, placeComplaints, type PlacedComplaint } from '@bellwire/model/canonical.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { useBuilder } from './builder.ts';

export function TextSection() {
  const { app } = useBuilder();
  const text = useMemo(() => canonicalText(app), [app]);
  const [replacing, setReplacing] = useState<string>();
  if (replacing !== undefined) {
    return <ReplaceText text={replacing} onText={setReplacing} onDone={() => setReplacing(undefined)} />;
  }
  return (
    <>
      <div className="builder-acts">
        <Button onClick={() => setReplacing(text)}>Replace by a text</Button>
      </div>
      <CodeBlock label={`${app.name}.app.json`} value={text} maxHeight={720} />
    </>
  );
}

interface ReplaceTextProps {
  text: string;
  onText: (text: string) => void;
  onDone: () => void;
}

function ReplaceText({ text, onText, onDone }: ReplaceTextProps) {
  const { view, settled } = useBuilder();
  const replace = useChange('replaceApp');
  const faults = useMemo(() => faultsIn(text), [text]);
  const stops = faults.some(({ level }) => level !== 'warning');
  const submit = async () => {
    const revision = await settled();
    if (revision === undefined) return;
    replace.mutate(
      { appId: view.id, revision, text },
      {
        onSuccess: () => {
          toast({ says: 'The draft is what the text says.' });
          onDone();
        },
      },
    );
  };
  const problem = problemElsewhere(replace.error, []);
  return (
    <Card
      title="Replace the draft by a text"
      about="What is published stays as it is, until you publish again."
      acts={
        <>
          <Button onClick={onDone}>Cancel</Button>
          <Button
            look="primary"
            busy={replace.isPending}
            disabled={!parseApp(text).ok}
            onClick={() => void submit()}
          >
            Replace the draft
          </Button>
        </>
      }
    >
      <div className="builder-form">
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <Faults faults={faults} stops={stops} />
        <TextArea
          label="Text of the app"
          required
          mono
          rows={24}
          spellCheck={false}
          value={text}
          onChange={onText}
          className="text-section-text"
        />
      </div>
    </Card>
  );
}

function Faults({ faults, stops }: { faults: readonly PlacedComplaint[]; stops: boolean }) {
  if (faults.length === 0)
    return <p className="builder-quiet">The text can be read, and nothing is wrong with it.</p>;
  return (
    <ul className="text-section-faults" aria-label={stops ? 'Problems' : 'Warnings'}>
      {faults.slice(0, 50).map(({ says, line, column }) => (
        <li key={`${line} ${column} ${says}`}>
          <code>
            {line}:{column}
          </code>{' '}
          {says}
        </li>
      ))}
    </ul>
  );
}

/** What cannot be read stops it from being the draft; what the check finds is to be mended before publishing. */
function faultsIn(text: string): readonly PlacedComplaint[] {
  const parsed = parseApp(text);
  return parsed.ok ? placeComplaints(text, checkApp(parsed.app, checkTools)) : parsed.complaints;
}
