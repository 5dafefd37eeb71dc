// What a new contact needs beyond what its events brought: the bot that talks to it, and a name.
import { useOperation } from '../server-state/use-operation.ts';
import { Answer } from '../server-state/answer.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

export interface NewContact {
  readonly botId: string | null;
  readonly name: string;
}

interface NewContactFieldsProps {
  value: NewContact;
  onChange: (value: NewContact) => void;
}

export function NewContactFields({ value, onChange }: NewContactFieldsProps) {
  const bots = useOperation('listBots', {});
  return (
    <>
      <Answer query={bots} height={56}>
        {({ rows }) => (
          <Select
            label="Bot"
            required
            choices={rows.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.botId}
            onChange={(botId) => onChange({ ...value, botId })}
            {...(rows.length === 0 && { hint: 'There is no bot yet. Make one under Bots first.' })}
          />
        )}
      </Answer>
      <TextField
        label="Name"
        placeholder="Ada Lovelace"
        maxLength={200}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
    </>
  );
}
