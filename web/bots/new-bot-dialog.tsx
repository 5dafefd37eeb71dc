// Makes a bot from its name; the rest can be changed later.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { BotView } from './bot-views.ts';
import { TimeZoneField } from './time-zone-field.tsx';

type NewBot = Pick<BotView, 'name' | 'greeting' | 'timeZone'>;

const { timeZone: zoneHere } = new Intl.DateTimeFormat().resolvedOptions();

export function NewBotDialog({ onClose }: { onClose: () => void }) {
  const create = useChange('createBot');
  const navigate = useNavigate();
  const [draft, setDraft] = useState<NewBot>({ name: '', greeting: '', timeZone: zoneHere });
  const submit = () =>
    create.mutate(draft, {
      onSuccess: ({ id }) => void navigate({ to: '/bots/$botId', params: { botId: id } }),
    });
  return (
    <FormDialog
      onClose={onClose}
      title="New bot"
      about="It can be talked to at once, in a web chat of its own."
      act="Make bot"
      busy={create.isPending}
      unready={draft.name.trim() === ''}
      problem={problemElsewhere(create.error, ['name', 'greeting', 'timeZone'])}
      onSubmit={submit}
    >
      <BotFields draft={draft} onChange={setDraft} error={create.error} />
    </FormDialog>
  );
}

interface BotFieldsProps {
  draft: NewBot;
  onChange: (draft: NewBot) => void;
  error: ProblemError | null;
}

function BotFields({ draft, onChange, error }: BotFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        required
        placeholder="Corner Coffee shop"
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        {...problemAt(error, 'name')}
      />
      <TextArea
        label="Greeting"
        placeholder="Hi! Say “buy” to order."
        hint="Shown when somebody opens the chat."
        value={draft.greeting}
        onChange={(greeting) => onChange({ ...draft, greeting })}
        {...problemAt(error, 'greeting')}
      />
      <TimeZoneField
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ ...draft, timeZone })}
        {...problemAt(error, 'timeZone')}
      />
    </>
  );
}
