// The bot's name, its time zone, and the flow for what no keyword answers.
import { useState } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotView } from './bot-views.ts';
import { TimeZoneField } from './time-zone-field.tsx';
import '../ui/form.css';

const NONE = 'none';

type Draft = Pick<BotView, 'id' | 'name' | 'timeZone' | 'mainFlowId'>;

export function BotSettings({ bot }: { bot: BotView }) {
  const update = useChange('updateBot');
  const [draft, setDraft] = useState<Draft>(bot);
  const problem = problemElsewhere(update.error, ['name', 'timeZone', 'mainFlowId']);
  const { id: botId, name, timeZone, mainFlowId } = draft;
  return (
    <div className="form-narrow">
      <Card>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            update.mutate(
              { botId, name, timeZone, mainFlowId },
              { onSuccess: () => toast({ says: 'The settings are saved.' }) },
            );
          }}
        >
          {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
          <SettingFields draft={draft} onChange={setDraft} error={update.error} />
          <div className="form-acts">
            <Button type="submit" look="primary" busy={update.isPending} disabled={name.trim() === ''}>
              Save
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}

interface SettingFieldsProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: ProblemError | null;
}

function SettingFields({ draft, onChange, error }: SettingFieldsProps) {
  const flows = useOperation('listFlows', { botId: draft.id });
  const choices = (flows.data?.rows ?? []).map((flow) => ({ value: flow.id, label: flow.name }));
  return (
    <>
      <TextField
        label="Name"
        required
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        {...problemAt(error, 'name')}
      />
      <TimeZoneField
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ ...draft, timeZone })}
        {...problemAt(error, 'timeZone')}
      />
      <Select
        label="Main flow"
        required
        hint="Runs when a contact says something that no keyword answers."
        choices={[{ value: NONE, label: 'None: the bot keeps quiet' }, ...choices]}
        value={draft.mainFlowId ?? NONE}
        onChange={(next) => onChange({ ...draft, mainFlowId: next === NONE ? null : next })}
        {...problemAt(error, 'mainFlowId')}
      />
    </>
  );
}
