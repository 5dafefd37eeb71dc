// Text: the whole app as one document, to be copied, kept in git, and replaced.
import { useMemo, useState } from 'react';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { canonicalText, parseApp, placeComplaints, type PlacedComplaint } from '@bellwire/model/canonical.ts';
import { differ } from '@bellwire/model/difference/differ.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import { ImportIntoApp } from '../imports/import-into-app.tsx';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { toast } from '../ui/toast.tsx';
import { DifferenceList } from '../versions/difference-list.tsx';
import { useBuilder } from './builder.ts';

export function TextSection() {
  const { app } = useBuilder();
  const text = useMemo(() => canonicalText(app), [app]);
  const [replacing, setReplacing] = useState<string>();
  const [importing, setImporting] = useState(false);
  if (replacing !== undefined) {
    return <ReplaceText text={replacing} onText={setReplacing} onDone={() => setReplacing(undefined)} />;
  }
  return (
    <>
      <div className="builder-acts">
        <Button onClick={() => setImporting(true)}>Import</Button>
        <Button onClick={() => setReplacing(text)}>Replace by a text</Button>
      </div>
      {importing ? <ImportIntoApp onClose={() => setImporting(false)} /> : null}
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
  const { replace, busy, problem } = useReplace(text, onDone);
  const faults = useMemo(() => faultsIn(text), [text]);
  return (
    <Card
      title="Replace the draft by a text"
      about="What is published stays as it is, until you publish again."
      acts={
        <>
          <Button onClick={onDone}>Cancel</Button>
          <Button look="primary" busy={busy} disabled={!parseApp(text).ok} onClick={() => void replace()}>
            Replace the draft
          </Button>
        </>
      }
    >
      <div className="builder-form">
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <Faults faults={faults} />
        <WhatChanges text={text} />
        <TextArea
          label="Text of the app"
          required
          mono
          rows={24}
          spellCheck={false}
          value={text}
          onChange={onText}
        />
      </div>
    </Card>
  );
}

/** On top of everything that was changed on the screens: the text takes its place as a whole. */
function useReplace(text: string, onDone: () => void) {
  const { view, settled } = useBuilder();
  const change = useChange('replaceApp');
  const replace = async () => {
    const revision = await settled();
    if (revision === undefined) return;
    const onSuccess = () => {
      toast({ says: 'The draft is what the text says.' });
      onDone();
    };
    change.mutate({ appId: view.id, revision, text }, { onSuccess });
  };
  return { replace, busy: change.isPending, problem: problemElsewhere(change.error, []) };
}

/** Shown before it is taken. */
function WhatChanges({ text }: { text: string }) {
  const { app } = useBuilder();
  const difference = useMemo(() => {
    const parsed = parseApp(text);
    return parsed.ok ? differ(app, parsed.app) : undefined;
  }, [app, text]);
  return difference === undefined ? null : <DifferenceList difference={difference} />;
}

function Faults({ faults }: { faults: readonly PlacedComplaint[] }) {
  if (faults.length === 0)
    return <p className="builder-quiet">The text can be read, and nothing is wrong with it.</p>;
  return (
    <ul className="text-section-faults" aria-label="What is wrong with the text">
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
