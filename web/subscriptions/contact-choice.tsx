// Chooses one of the bot's contacts.
import { Answer } from '../server-state/answer.tsx';
import type { OperationState } from '../server-state/use-operation.ts';
import { Combobox } from '../ui/combobox.tsx';

const noContact = {
  problem: { says: 'This bot has no contact yet.', help: 'Open its web chat and say something first.' },
};

export interface ContactChoiceProps {
  contacts: OperationState<'listContacts'>;
  value: string | null;
  onChange: (contactId: string | null) => void;
}

export function ContactChoice({ contacts, value, onChange }: ContactChoiceProps) {
  return (
    <Answer query={contacts} height={56}>
      {({ rows }) => (
        <Combobox
          label="Contact"
          required
          placeholder="Search a contact…"
          choices={rows.map(({ id, name, ns }) => ({ value: id, label: name ?? ns, about: ns }))}
          value={value}
          onChange={onChange}
          {...(rows.length === 0 && noContact)}
        />
      )}
    </Answer>
  );
}
