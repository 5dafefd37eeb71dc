// The sample payload of an address: typed or pasted as JSON, then mapped by clicking its values.
import { useState } from 'react';
import type { AppField } from '@bellwire/model/app-field.ts';
import type { OneTimeUrl } from '@bellwire/model/one-time-url.ts';
import { parseJson, type Json } from '@bellwire/model/json.ts';
import { useTyped } from '../draft/use-typed.ts';
import { Listen, type ListenProps } from '../captures/listen.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { SampleTree } from './sample-tree.tsx';

export interface SampleEditorProps {
  url: Pick<OneTimeUrl, 'sample' | 'mappings'>;
  onSample: (sample: Json) => void;
  onMap: (path: string, field: AppField) => void;
  /** Where the other side's own call is to be listened for. */
  listen: Pick<ListenProps, 'target' | 'sampleOf'>;
  placeholder: string;
}

export function SampleEditor({
  url: { sample, mappings },
  listen,
  placeholder,
  onSample,
  onMap,
}: SampleEditorProps) {
  const [editing, setEditing] = useState(sample === undefined);
  if (editing || sample === undefined) {
    return (
      <SampleText
        sample={sample}
        listen={listen}
        placeholder={placeholder}
        onSample={onSample}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <div className="builder-form">
      <SampleTree sample={sample} mappings={mappings} onMap={onMap} />
      <div>
        <Button size="small" onClick={() => setEditing(true)}>
          Edit the sample
        </Button>
      </div>
    </div>
  );
}

interface SampleTextProps extends Pick<SampleEditorProps, 'listen' | 'placeholder'> {
  sample: Json | undefined;
  onSample: (sample: Json) => void;
  onDone: () => void;
}

function SampleText({ sample, listen, placeholder, onSample, onDone }: SampleTextProps) {
  const kept = sample === undefined ? '' : JSON.stringify(sample, null, 2);
  const [text, type] = useTyped(kept, (typed: string) => {
    const read = parseJson(typed);
    if (read.ok) onSample(read.value);
  });
  const parsed = parseJson(text);
  return (
    <div className="builder-form">
      <Listen
        {...listen}
        onSample={(heard) => {
          onSample(heard);
          onDone();
        }}
      />
      <TextArea
        label="Sample payload"
        required
        mono
        rows={8}
        value={text}
        onChange={type}
        placeholder={placeholder}
        hint="JSON as the other side will send it. A query or a form counts as an object."
        {...(parsed.ok || text.trim() === '' ? {} : { problem: { says: `The sample ${parsed.says}.` } })}
      />
      <div>
        <Button size="small" disabled={!parsed.ok} onClick={onDone}>
          Click values to map them
        </Button>
      </div>
    </div>
  );
}
