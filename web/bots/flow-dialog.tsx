// The name of a flow and the words that start it: for a new one, and to change them.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FlowRow } from './flows-tab.tsx';
import { readKeywords } from './read-keywords.ts';

export interface FlowDialogProps {
  botId: string;
  /** Left away for a new one. */
  flow?: Pick<FlowRow, 'id' | 'name' | 'keywords'>;
  onClose: () => void;
}

export function FlowDialog({ botId, flow, onClose }: FlowDialogProps) {
  const create = useChange('createFlow');
  const update = useChange('updateFlow');
  const navigate = useNavigate();
  const [name, setName] = useState(flow?.name ?? '');
  const [words, setWords] = useState(flow?.keywords.join(', ') ?? '');
  const error = create.error ?? update.error;
  const problem = problemElsewhere(error, ['name', 'keywords']);
  const submit = () => {
    const said = { name: name.trim(), keywords: readKeywords(words) };
    if (flow !== undefined) {
      update.mutate({ flowId: flow.id, ...said }, { onSuccess: onClose });
      return;
    }
    create.mutate(
      { botId, ...said },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/bots/$botId/flows/$flowId', params: { botId, flowId: id } }),
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={flow === undefined ? 'New flow' : `Name and keywords of “${flow.name}”`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="flow"
            busy={create.isPending || update.isPending}
            disabled={name.trim() === ''}
          >
            {flow === undefined ? 'Make flow' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id="flow"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <TextField
          label="Name"
          required
          placeholder="After payment"
          value={name}
          onChange={setName}
          {...problemAt(error, 'name')}
        />
        <TextField
          label="Keywords"
          placeholder="buy, order"
          hint="Words that start it when a contact says one of them; commas between."
          value={words}
          onChange={setWords}
          {...problemAt(error, 'keywords')}
        />
      </form>
    </Dialog>
  );
}
