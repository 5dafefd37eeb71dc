// Import: a text becomes a mini-app, or more of the one that is open, and is shown before it is taken.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote, type Problem } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { ImportFound, type Found } from './import-found.tsx';
import '../versions/versions.css';

export interface ImportDialogProps {
  onClose: () => void;
  /** The mini-app it is imported into; a new one is made where there is none. */
  appId?: string;
  /** Takes what is shown. */
  onTake: (found: Found) => void;
  act: string;
  busy: boolean;
  problem: Problem | undefined;
}

export function ImportDialog({ onClose, appId, onTake, act, busy, problem }: ImportDialogProps) {
  const [text, setText] = useState('');
  const preview = useChange('previewImport');
  const found = preview.data;
  const look = (choose?: string[]) =>
    preview.mutate({ text, ...(appId !== undefined && { appId }), ...(choose !== undefined && { choose }) });
  const wrong = problem ?? problemElsewhere(preview.error, []);
  const next =
    found === undefined ? (
      <Button look="primary" disabled={text.trim() === ''} busy={preview.isPending} onClick={() => look()}>
        Show what it makes
      </Button>
    ) : (
      <Button look="primary" busy={busy} disabled={preview.isPending} onClick={() => onTake(found)}>
        {act}
      </Button>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={appId === undefined ? 'Import a mini-app' : 'Import into this mini-app'}
      about={ABOUT}
      footer={
        <>
          {found === undefined ? null : <Button onClick={() => preview.reset()}>Another text</Button>}
          <Button onClick={onClose}>Cancel</Button>
          {next}
        </>
      }
    >
      <div className="import-body">
        {wrong === undefined ? null : <ProblemNote look="box" problem={wrong} />}
        {found === undefined && <TextToImport text={text} onText={setText} />}
        {found && <ImportFound found={found} busy={preview.isPending} onChoose={look} />}
      </div>
    </Dialog>
  );
}

const ABOUT =
  'An OpenAPI document (JSON or YAML), a mini-app 1.0, or a definition of ours. Nothing is kept before you say so.';

function TextToImport({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <>
      <TextArea label="Text" required mono rows={14} spellCheck={false} value={text} onChange={onText} />
      <label className="import-file">
        <span>Or a file: </span>
        <input
          type="file"
          accept=".json,.yaml,.yml,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            void file?.text().then(onText);
          }}
        />
      </label>
    </>
  );
}
