// The bot's name, its time zone, and the flow for what no keyword answers.
import { useState } from 'react';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import type { BotRow } from './bots-screen.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

const NONE = 'none';

export function BotSettings({ bot }: { bot: BotRow }) {
  const update = useChange('updateBot');
  const flows = useOperation('listFlows', { botId: bot.id });
  const [name, setName] = useState(bot.name);
  const [timeZone, setTimeZone] = useState(bot.timeZone);
  const [mainFlowId, setMainFlowId] = useState(bot.mainFlowId);
  const problem = problemElsewhere(update.error, ['name', 'timeZone', 'mainFlowId']);
  const choices = (flows.data?.rows ?? []).map((flow) => ({ value: flow.id, label: flow.name }));
  return (
    <div className="form-narrow">
      <Card>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            update.mutate(
              { botId: bot.id, name: name.trim(), timeZone, mainFlowId },
              { onSuccess: () => toast({ says: 'The settings are saved.' }) },
            );
          }}
        >
          {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
          <TextField
            label="Name"
            required
            value={name}
            onChange={setName}
            {...problemAt(update.error, 'name')}
          />
          <TimeZoneField value={timeZone} onChange={setTimeZone} {...problemAt(update.error, 'timeZone')} />
          <Select
            label="Main flow"
            required
            hint="Runs when a contact says something that no keyword answers."
            choices={[{ value: NONE, label: 'None: the bot keeps quiet' }, ...choices]}
            value={mainFlowId ?? NONE}
            onChange={(next) => setMainFlowId(next === NONE ? null : next)}
            {...problemAt(update.error, 'mainFlowId')}
          />
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
