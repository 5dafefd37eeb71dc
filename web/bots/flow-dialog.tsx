// The name of a flow and the words that start it: for a new one, and to change them.
import { useState } from 'react';
import type { FlowKind } from '@bellwire/model/flow.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { flowKindChoices, kindOf } from '../flow-editor/flow-kind-choices.ts';
import type { FlowRow } from './bot-views.ts';
import { readKeywords } from './read-keywords.ts';
import { useSaveFlow } from './use-save-flow.ts';

export interface FlowDialogProps {
  botId: string;
  /** Left away for a new one. */
  flow?: Pick<FlowRow, 'id' | 'name' | 'keywords'>;
  onClose: () => void;
}

export function FlowDialog({ botId, flow, onClose }: FlowDialogProps) {
  const save = useSaveFlow(botId, flow?.id);
  const [name, setName] = useState(flow?.name ?? '');
  const [kind, setKind] = useState<FlowKind>('flow');
  const [words, setWords] = useState(flow?.keywords.join(', ') ?? '');
  return (
    <FormDialog
      onClose={onClose}
      title={flow === undefined ? 'New flow' : `Name and keywords of “${flow.name}”`}
      act={flow === undefined ? 'Make flow' : 'Save'}
      busy={save.isPending}
      unready={name.trim() === ''}
      problem={problemElsewhere(save.error, ['name', 'keywords'])}
      onSubmit={() => save.mutate({ name: name.trim(), kind, keywords: readKeywords(words) }, onClose)}
    >
      <TextField
        label="Name"
        required
        placeholder="After payment"
        value={name}
        onChange={setName}
        {...problemAt(save.error, 'name')}
      />
      {flow === undefined ? <KindField kind={kind} onChange={setKind} /> : null}
      <TextField
        label="Keywords"
        placeholder="buy, order"
        hint="Words that start it when a contact says one of them; commas between."
        value={words}
        onChange={setWords}
        {...problemAt(save.error, 'keywords')}
      />
    </FormDialog>
  );
}

function KindField({ kind, onChange }: { kind: FlowKind; onChange: (kind: FlowKind) => void }) {
  return (
    <Select
      label="Kind"
      hint="It stays as it is made."
      value={kind}
      choices={flowKindChoices}
      onChange={(chosen) => onChange(kindOf(chosen))}
    />
  );
}
