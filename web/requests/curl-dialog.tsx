// Fills a request from a cURL command, as documentation shows them and browsers copy them.
import { useState } from 'react';
import { readCurl, type CurlRead } from '@bellwire/model/import/curl.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';

export interface CurlDialogProps {
  onClose: () => void;
  onRequest: (request: OutgoingRequest) => void;
}

export function CurlDialog({ onClose, onRequest }: CurlDialogProps) {
  const [text, setText] = useState('');
  const read = readCurl(text);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Paste a cURL command"
      about="From a service's documentation, or your browser's network tab: Copy as cURL. It replaces the whole request."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={!read.ok}
            onClick={() => {
              if (!read.ok) return;
              onRequest(read.request);
              onClose();
            }}
          >
            Fill the request
          </Button>
        </>
      }
    >
      <CommandForm text={text} onText={setText} read={read} />
    </Dialog>
  );
}

interface CommandFormProps {
  text: string;
  onText: (text: string) => void;
  read: CurlRead;
}

function CommandForm({ text, onText, read }: CommandFormProps) {
  const isEmpty = text.trim() === '';
  return (
    <div className="settings-form">
      <TextArea
        label="Command"
        required
        mono
        rows={8}
        value={text}
        onChange={onText}
        placeholder={'curl https://api.example.com/me -H "Authorization: Bearer {{auth.api_key}}"'}
        {...(isEmpty || read.ok ? {} : { problem: { says: read.says } })}
      />
      {read.ok ? (
        <p className="request-read" role="status">
          <strong>{read.request.method}</strong> <code>{read.request.url}</code>
        </p>
      ) : null}
      {read.ok
        ? read.left.map((says) => <ProblemNote key={says} problem={{ says, level: 'warning' }} />)
        : null}
    </div>
  );
}
