// Makes a bot from its name; the rest can be changed later.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

export function NewBotDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const create = useChange('createBot');
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [greeting, setGreeting] = useState('');
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const problem = problemElsewhere(create.error, ['name', 'greeting', 'timeZone']);
  const submit = () =>
    create.mutate(
      { name: name.trim(), greeting: greeting.trim(), timeZone },
      { onSuccess: (bot) => void navigate({ to: '/bots/$botId', params: { botId: bot.id } }) },
    );
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="New bot"
      about="It can be talked to at once, in a web chat of its own."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            form="new-bot"
            busy={create.isPending}
            disabled={name.trim() === ''}
          >
            Make bot
          </Button>
        </>
      }
    >
      <form
        id="new-bot"
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
          placeholder="Corner Coffee shop"
          value={name}
          onChange={setName}
          {...problemAt(create.error, 'name')}
        />
        <TextArea
          label="Greeting"
          placeholder="Hi! Say “buy” to order."
          hint="Shown when somebody opens the chat."
          value={greeting}
          onChange={setGreeting}
          {...problemAt(create.error, 'greeting')}
        />
        <TimeZoneField value={timeZone} onChange={setTimeZone} {...problemAt(create.error, 'timeZone')} />
      </form>
    </Dialog>
  );
}
